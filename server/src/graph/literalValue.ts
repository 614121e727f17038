import type { Groups } from './groups';
import type { KnowledgeGraph } from './knowledgeGraph';

const TIME = /^\^?([+-]?)(\d+)-(\d\d)-(\d\d)T/;
const QUANTITY = /^\+?(-?[\d.]+)(?:e([+-]?\d+))?(?:\[[^\]]*\])?(Q\d+)?$/i;

/** A date as years: 1969-07-20 → 1969 + 6/12 + 19/372; NaN for what is no date. Unknown months and days count as the first. The same as training's values.py. */
export function timeValue(value: string): number {
  const match = TIME.exec(value);
  if (match === null) return NaN;
  const [, sign, year = '', month = '', day = ''] = match;
  return (sign === '-' ? -1 : 1) * Number(year) + Math.max(0, Number(month) - 1) / 12 + Math.max(0, Number(day) - 1) / 372;
}

/** A quantity's number and its unit (`Q11573`; empty for a bare number); NaN for what is no quantity. */
export function quantityValue(value: string): { readonly number: number; readonly unit: string } {
  const match = QUANTITY.exec(value);
  if (match === null) return { number: NaN, unit: '' };
  const [, number = '', exponent = '0', unit = ''] = match;
  return { number: Number(number) * 10 ** Number(exponent), unit };
}

/** What the groups of a graph are worth where maxima, comparisons and years are taken. */
export interface GroupValues {
  /** Per group the value of its first literal; NaN where it leads to entities or text, or is in another unit than is usual for its relation. */
  readonly value: Float64Array;
  /** Per directed relation: 1 dates, 2 quantities, 0 neither. */
  readonly kind: Uint8Array;
}

/** Reads all dates and quantities (75 thousand of the embedded graph in about 60 ms). A quantity in an unusual unit cannot be compared. */
export function groupValues(graph: KnowledgeGraph, groups: Groups): GroupValues {
  const value = new Float64Array(groups.relation.length).fill(NaN);
  const kind = new Uint8Array(2 * graph.relations.length);
  const units = new Map<number, Map<string, number>>();
  const quantities: { readonly group: number; readonly relation: number; readonly unit: string; readonly number: number }[] = [];
  for (const [group, relation] of groups.relation.entries()) {
    const node = graph.edgeNode[groups.start[group] ?? 0] ?? 0;
    if (node < graph.entityCount) continue;
    const literal = graph.literalOf(node);
    if (literal?.kind === 'time') {
      value[group] = timeValue(literal.value);
      kind[relation] = 1;
    } else if (literal?.kind === 'quantity') {
      const { number, unit } = quantityValue(literal.value);
      quantities.push({ group, relation, unit, number });
      const counts = units.get(relation) ?? new Map<string, number>();
      units.set(relation, counts.set(unit, (counts.get(unit) ?? 0) + 1));
      kind[relation] = 2;
    }
  }
  const usual = new Map([...units].map(([relation, counts]) => [relation, [...counts].reduce((a, b) => (b[1] > a[1] ? b : a))[0]]));
  for (const { group, relation, unit, number } of quantities) if (unit === usual.get(relation)) value[group] = number;
  return { value, kind };
}
