import type { Node } from '../graph/knowledgeGraph';
import type { GroupValues } from '../graph/literalValue';
import { SLOT } from './hops';
import type { Field } from './programs';
import type { Resolution } from './resolution';
import { relationScore } from './resolution';
import { softmax } from './softmax';

/** Candidates of a span that are compared, best first; the same in training. */
const COMPARED = 4;
const MOST_COMPARISONS = 4000;

/** Two candidates of disjoint spans that both have an attribute; `left` stands first in the question. */
export interface Comparison {
  /** Candidates, indices of the resolution. */
  readonly left: number;
  readonly right: number;
  readonly directed: number;
  readonly values: readonly [number, number];
  /** Probability among all comparisons of the question. */
  readonly share: number;
}

/** The `count` best candidates of each span, best first. */
export function bestCandidates({ spanOf, spans, score }: Resolution, count: number): number[][] {
  const best = spans.map((): number[] => []);
  for (const [candidate, span] of spanOf.entries()) best[span]?.push(candidate);
  return best.map((candidates) => candidates.sort((a, b) => (score[b] ?? 0) - (score[a] ?? 0) || a - b).slice(0, count));
}

/** Every comparison that the question's candidates allow, weighed by how well both are meant and the attribute is asked for. */
export function comparisonsOf(field: Field, values: GroupValues, resolution: Resolution): Comparison[] {
  const found: Omit<Comparison, 'share'>[] = [];
  const chosen = bestCandidates(resolution, COMPARED).flat();
  for (const left of chosen) {
    for (const right of chosen) {
      const [before, after] = [resolution.places[resolution.spanOf[left] ?? 0], resolution.places[resolution.spanOf[right] ?? 0]];
      if (before === undefined || after === undefined || before.to > after.from || resolution.nodes[left] === resolution.nodes[right]) continue;
      for (const both of shared(field, values, resolution.nodes[left] ?? 0, resolution.nodes[right] ?? 0)) {
        if (found.length < MOST_COMPARISONS) found.push({ left, right, ...both });
      }
    }
  }
  const part = (candidate: number, directed: number): number =>
    (resolution.score[candidate] ?? 0) + (resolution.heads.meet[resolution.spanOf[candidate] ?? 0] ?? 0) + relationScore(resolution, candidate, SLOT.attribute[0], directed);
  const shares = softmax(found.map(({ left, right, directed }) => part(left, directed) + part(right, directed)));
  return found.map((one, k) => ({ ...one, share: shares[k] ?? 0 }));
}

/** The attributes that two nodes have both. */
function shared({ groups }: Field, values: GroupValues, a: Node, b: Node): Pick<Comparison, 'directed' | 'values'>[] {
  const of = (node: Node): Map<number, number> => {
    const own = new Map<number, number>();
    for (let group = groups.nodeGroup[node] ?? 0, end = groups.nodeGroup[node + 1] ?? 0; group < end; group++) {
      const value = values.value[group] ?? NaN;
      if (!Number.isNaN(value)) own.set(groups.relation[group] ?? 0, value);
    }
    return own;
  };
  const theirs = of(b);
  return [...of(a)].flatMap(([directed, value]) => {
    const other = theirs.get(directed);
    return other === undefined ? [] : [{ directed, values: [value, other] as const }];
  });
}
