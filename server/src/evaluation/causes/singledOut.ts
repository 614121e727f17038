import { followPath } from '../../answering/follow';
import type { Field } from '../../answering/programs';
import type { Node } from '../../graph/knowledgeGraph';
import type { Given, GoldAnswers } from '../goldMatch';
import type { FoundPath } from './search';

/** Words that ask for an extreme or a place in an order. "-est" also ends other words; that the gold answer IS the extreme must come to it. */
const EXTREME = /\b(?:most|least|fewest|first|last|second|third|fourth|\p{L}{3,}est|greatest|maximum|minimum)\b/iu;
const YEAR = /\b(\d{4})(s?)\b/;
const PLACES = ['', 'first', 'second', 'third', 'fourth'];

/** One day among others: years weigh more than months, months more than days. */
const DAYS = { year: 372, month: 31 } as const;

/**
 * What singles gold out of the set that the meant path reaches: it is the greatest or least of something, or the part of a year or decade that the question
 * names. Null where the words ask for nothing of the kind, the answers given are none of the set, or nothing in the graph bears it out.
 */
export function singledOut(field: Field, question: string, answers: readonly Given[], gold: GoldAnswers, path: FoundPath): 'maximum' | 'minimum' | 'in-year' | null {
  const year = YEAR.exec(question);
  const asksExtreme = EXTREME.test(question);
  if (year === null && !asksExtreme) return null;
  const set = setOf(field, path);
  const inside = set.filter((node) => gold.isNode(node));
  if (inside.length === 0 || inside.length === set.length || !answers.some((answer) => isIn(field, answer, set))) return null;
  for (const directed of relationsOf(field, inside[0] ?? 0)) {
    const values = set.flatMap((node) => {
      const value = valueOf(field, node, directed);
      return value === undefined ? [] : [{ value, gold: gold.isNode(node) }];
    });
    const own = values.filter((one) => one.gold);
    // An attribute that most do not have says nothing.
    if (own.length < inside.length || values.length === own.length || 2 * values.length < set.length) continue;
    if (year !== null && isOfYear(values, Number(year[1]), year[2] === 's' ? 10 : 1)) return 'in-year';
    if (!asksExtreme || own.length > 1) continue;
    const place = Math.max(1, PLACES.findIndex((word) => word !== '' && new RegExp(`\\b${word}\\b`, 'i').test(question)));
    const above = values.filter(({ value }) => value > (own[0]?.value ?? 0)).length;
    const below = values.filter(({ value }) => value < (own[0]?.value ?? 0)).length;
    if (above === place - 1) return 'maximum';
    if (below === place - 1) return 'minimum';
  }
  return null;
}

/** An answer of the set; what was computed from one is of none. */
function isIn({ graph }: Field, { id }: Given, set: readonly Node[]): boolean {
  const node = graph.nodeOf(id);
  return node !== undefined && set.includes(node);
}

function isOfYear(values: readonly { readonly value: number; readonly gold: boolean }[], year: number, length: number): boolean {
  return values.every(({ value, gold }) => (value >= DAYS.year * year && value < DAYS.year * (year + length)) === gold);
}

/** The relations that a node has, forwards. */
function relationsOf({ groups }: Field, node: Node): number[] {
  return [...groups.relation.subarray(groups.nodeGroup[node] ?? 0, groups.nodeGroup[node + 1] ?? 0)].filter((directed) => (directed & 1) === 0);
}

/** Everything that a path reaches: what both arms of an intersection reach. */
function setOf(field: Field, { arms }: FoundPath): readonly Node[] {
  const [first = [], ...others] = arms.map(({ node, relations }) => followPath(field, node, relations).frontiers.at(-1) ?? []);
  return others.reduce<readonly Node[]>((both, other) => both.filter((node) => other.includes(node)), first);
}

/** The one quantity or time that a node has of a relation, as a number. */
function valueOf(field: Field, node: Node, directed: number): number | undefined {
  const [object] = followPath(field, node, [directed]).frontiers[0] ?? [];
  const literal = object === undefined ? undefined : field.graph.literalOf(object);
  if (literal === undefined || (literal.kind !== 'time' && literal.kind !== 'quantity')) return undefined;
  const time = /^\^?(-?\d+)-(\d\d)-(\d\d)/.exec(literal.value);
  const value = time === null ? Number.parseFloat(literal.value.replace(/^\+/, '')) : Number(time[1]) * DAYS.year + Number(time[2]) * DAYS.month + Number(time[3]);
  return Number.isNaN(value) ? undefined : value;
}
