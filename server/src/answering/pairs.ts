import type { Node } from '../graph/knowledgeGraph';
import { edgesOfGroup, type EdgeRange } from './edgeRange';
import type { Reasoning } from './hops';
import { startOf } from './hops';
import { meet, minus, MOST_MEMBERS } from './memberSets';
import type { Field } from './programs';
import type { Resolution } from './resolution';

/** One-hop programs of a span that are paired, and pairs that are kept; the same in training (operate.py). */
const SPAN_PROGRAMS = 4;
const PAIR_SETS = 12;
const TINY = 1e-9;

/** Two one-hop paths of disjoint spans, each as one program, that meet. */
export interface Pair {
  /** Spans in the order of the question. */
  readonly spans: readonly [number, number];
  /** Programs of `reasoning.meeting`. */
  readonly programs: readonly [number, number];
  /** exp(u_i + u_j) · min(p_i, p_j), as a logit. */
  readonly logit: number;
  readonly shared: readonly Node[];
  /** The edges of the two paths. */
  readonly edges: readonly [EdgeRange, EdgeRange];
  /** What the first reaches alone; empty where it is too large to look at. */
  readonly rest: readonly Node[];
}

/** The likeliest pairs of paths that share something, best first, as crisp sets: what operations are done with. */
export function pairsOf(field: Field, resolution: Resolution, { meeting }: Reasoning): Pair[] {
  const best = bestBySpan(meeting.score, meeting.count, (p) => resolution.spanOf[meeting.candidate[p] ?? 0] ?? 0, resolution.spans.length);
  const tries: { readonly left: number; readonly right: number; readonly p: number; readonly q: number; readonly logit: number }[] = [];
  for (const [left, first] of best.entries()) {
    for (const [right, second] of best.entries()) {
      if ((resolution.places[left]?.to ?? 0) > (resolution.places[right]?.from ?? 0)) continue;
      const weight = (resolution.heads.meet[left] ?? 0) + (resolution.heads.meet[right] ?? 0);
      for (const p of first) for (const q of second) tries.push({ left, right, p, q, logit: weight + Math.log(Math.min(meeting.score[p] ?? 0, meeting.score[q] ?? 0) + TINY) });
    }
  }
  tries.sort((a, b) => b.logit - a.logit);
  const edges = (program: number): EdgeRange => edgesOfGroup(field, startOf(meeting, resolution.nodes, program), meeting.relations[0]?.[program] ?? 0);
  const pairs: Pair[] = [];
  for (const { left, right, p, q, logit } of tries.slice(0, 8 * PAIR_SETS)) {
    if (pairs.length >= PAIR_SETS) break;
    const [one, two] = [edges(p), edges(q)];
    const shared = meet(field, one, two);
    if (shared.length === 0) continue;
    const rest = minus(field, one, two);
    pairs.push({ spans: [left, right], programs: [p, q], logit, shared, edges: [one, two], rest: rest.length + shared.length < MOST_MEMBERS ? rest : [] });
  }
  return pairs;
}

function bestBySpan(score: ArrayLike<number>, count: number, spanOf: (program: number) => number, spans: number): number[][] {
  const best = Array.from({ length: spans }, (): number[] => []);
  for (let p = 0; p < count; p++) best[spanOf(p)]?.push(p);
  return best.map((programs) => programs.sort((a, b) => (score[b] ?? 0) - (score[a] ?? 0) || a - b).slice(0, SPAN_PROGRAMS));
}
