import type { Node } from '../graph/knowledgeGraph';
import type { FollowCache } from './follow';
import type { Met } from './intersection';
import { intersect } from './intersection';
import type { Fit } from './plan';
import type { Field, Programs } from './programs';
import { best, normalise, oneHop, threeHop, twoHop } from './programs';
import type { Resolution } from './resolution';
import { relationScore } from './resolution';

/** Slots of the decoder: the place of a relation in a plan (training/hoplens_training/heads.py). */
export const SLOT = { one: [0], two: [1, 2], three: [3, 4, 5], meet: [6], attribute: [7] } as const;
/** Two-hop programs that are extended to a third hop; the same in training. */
const BEAM = 48;

/** Steps 3 and 4: every plan's programs with their probabilities, and what the intersection found. */
export interface Reasoning {
  /** Programs of one, two and three hops; `score` is the probability within the plan. */
  readonly chains: readonly [Programs, Programs, Programs];
  /** One-hop programs of the paths that may meet; `score` is the probability within the span. */
  readonly meeting: Programs;
  readonly met: Met;
  readonly fit: Fit;
  /** Paths followed so far. */
  readonly followed: FollowCache;
}

/** Lists and scores the programs of every plan over what the question's candidates have in the graph. */
export function reason(field: Field, resolution: Resolution): Reasoning {
  const { nodes, score } = resolution;
  const relation = (candidate: number, slot: number, directed: number): number => relationScore(resolution, candidate, slot, directed);
  const one = oneHop(field, nodes, (c, r) => (score[c] ?? 0) + relation(c, SLOT.one[0], r));
  const two = twoHop(field, nodes, (c, r) => (score[c] ?? 0) + relation(c, SLOT.two[0], r), (c, r) => relation(c, SLOT.two[1], r));
  const beam = bestBy(two, (p) => {
    const c = two.candidate[p] ?? 0;
    return (score[c] ?? 0) + relation(c, SLOT.three[0], two.relations[0]?.[p] ?? 0) + relation(c, SLOT.three[1], two.relations[1]?.[p] ?? 0);
  });
  const three = threeHop(
    field, nodes, two, beam,
    (c, r1, r2) => (score[c] ?? 0) + relation(c, SLOT.three[0], r1) + relation(c, SLOT.three[1], r2),
    (c, r) => relation(c, SLOT.three[2], r),
  );
  const meeting = oneHop(field, nodes, (c, r) => (score[c] ?? 0) + relation(c, SLOT.meet[0], r));
  normaliseBySpan(meeting, resolution.spanOf, resolution.spans.length);
  const met = intersect(field, nodes, meeting, resolution.spanOf, resolution.places, resolution.heads.meet);
  const tops = [normalise(one), normalise(two), normalise(three)];
  const sure = [one, two, three].map((programs) => programs.score.subarray(0, programs.count).reduce((top, p) => Math.max(top, p), 0));
  return {
    chains: [one, two, three],
    meeting,
    met,
    followed: new Map(),
    fit: { best: [...tops, met.bestScore], sure: [...sure, met.bestMinimum], tokens: resolution.tokens.ids.length, regret: regret(one, resolution) },
  };
}

function bestBy(programs: Programs, score: (program: number) => number): number[] {
  const scores = new Float64Array(programs.count);
  for (let p = 0; p < programs.count; p++) scores[p] = score(p);
  return best({ score: scores, count: programs.count }, BEAM);
}

/** Softmax within each span: a path's mixture over its candidates and relations. */
function normaliseBySpan(programs: Programs, spanOf: Int32Array, spans: number): void {
  const tops = new Float64Array(spans).fill(-Infinity);
  const totals = new Float64Array(spans);
  const span = (p: number): number => spanOf[programs.candidate[p] ?? 0] ?? 0;
  for (let p = 0; p < programs.count; p++) tops[span(p)] = Math.max(tops[span(p)] ?? 0, programs.score[p] ?? 0);
  for (let p = 0; p < programs.count; p++) {
    const weight = Math.exp((programs.score[p] ?? 0) - (tops[span(p)] ?? 0));
    programs.score[p] = weight;
    totals[span(p)] = (totals[span(p)] ?? 0) + weight;
  }
  for (let p = 0; p < programs.count; p++) programs.score[p] = (programs.score[p] ?? 0) / (totals[span(p)] ?? 1);
}

function regret(one: Programs, resolution: Resolution): number {
  const [top] = best(one, 1);
  if (top === undefined) return 0;
  const candidate = one.candidate[top] ?? 0;
  const had = relationScore(resolution, candidate, SLOT.one[0], one.relations[0]?.[top] ?? 0);
  let wanted = -Infinity;
  for (let directed = 0; directed < resolution.directedCount; directed++) wanted = Math.max(wanted, relationScore(resolution, candidate, SLOT.one[0], directed));
  return wanted - had;
}

/** The start node of a program. */
export function startOf(programs: Programs, nodes: readonly Node[], program: number): Node {
  return nodes[programs.candidate[program] ?? 0] ?? 0;
}
