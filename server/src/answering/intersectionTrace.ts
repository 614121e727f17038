import type { Intersection, IntersectionRow } from '../protocol';
import { ROWS_SHOWN } from '../protocol';
import type { Reasoning } from './hops';
import type { Field } from './programs';
import { shown } from './proofs';

/** What each of the spans' paths reaches, with the element-wise minimum: the rows of the panel. */
export function intersectionOf(field: Field, reasoning: Reasoning, spans: readonly number[]): Intersection {
  const rows: IntersectionRow[] = [];
  let rowCount = 0;
  const all: { readonly node: number; readonly scores: number[]; readonly minimum: number }[] = [];
  for (const [node, reach] of reasoning.met.reach) {
    const scores = spans.map((span) => reach.get(span) ?? 0);
    if (Math.max(...scores) < 0.01) continue;
    rowCount++;
    all.push({ node, scores, minimum: Math.min(...scores) });
  }
  all.sort((a, b) => b.minimum - a.minimum || Math.max(...b.scores) - Math.max(...a.scores) || a.node - b.node);
  for (const { node, scores, minimum } of all.slice(0, ROWS_SHOWN)) rows.push({ ...shown(field, node, minimum), scores, minimum });
  return { paths: spans.map((_, k) => k), rows, rowCount };
}
