import type { Groups } from '../graph/groups';
import { groupOf } from '../graph/groups';
import type { DirectedRelation, KnowledgeGraph, Node } from '../graph/knowledgeGraph';
import type { Listing, Scratch } from './scratch';

/**
 * Programs: the paths that a question's candidates can take through the graph. One of k hops is (candidate, relation 1 … k). Only what exists is listed, so
 * the softmax over programs IS the papers' follow with the mass that survives (Cohen et al. 2020), and costs the frontier's edges alone.
 */
export interface Programs {
  readonly hops: number;
  count: number;
  /** Candidate of each program. */
  readonly candidate: Int32Array;
  /** Directed relation of hop t of program p at `relations[t][p]`. */
  readonly relations: readonly Uint16Array[];
  /** Raw score, then (after {@link normalise}) probability. */
  readonly score: Float64Array;
  /** True where a cap cut the list. */
  truncated: boolean;
}

/** Objects of a group that a second or third hop looks at; the same in training. */
export const HOP_LIMIT = 30;
/** Programs of two and of three hops that are listed, at most; the same in training. */
const MOST_TWO = 60_000;
const MOST_THREE = 20_000;

/** The first `count` programs of a listing, in arrays of their own. */
function taken(listing: Listing, hops: number, count: number, truncated: boolean): Programs {
  return {
    hops,
    count,
    candidate: listing.candidate.slice(0, count),
    relations: listing.relations.slice(0, hops).map((relation) => relation.slice(0, count)),
    score: listing.score.slice(0, count),
    truncated,
  };
}

/** A graph with its groups and scratch: what every kernel here takes. */
export interface Field {
  readonly graph: KnowledgeGraph;
  readonly groups: Groups;
  readonly scratch: Scratch;
}

/** Lists every (candidate, relation) that exists. `relationScore(candidate, directed)` and `candidateScore` are raw. */
export function oneHop(field: Field, nodes: readonly Node[], score: (candidate: number, directed: number) => number): Programs {
  const { nodeGroup, relation } = field.groups;
  let count = 0;
  for (const node of nodes) count += (nodeGroup[node + 1] ?? 0) - (nodeGroup[node] ?? 0);
  const first = new Uint16Array(count);
  const programs: Programs = { hops: 1, count, candidate: new Int32Array(count), relations: [first], score: new Float64Array(count), truncated: false };
  let at = 0;
  for (const [candidate, node] of nodes.entries()) {
    for (let group = nodeGroup[node] ?? 0, end = nodeGroup[node + 1] ?? 0; group < end; group++) {
      const directed = relation[group] ?? 0;
      programs.candidate[at] = candidate;
      first[at] = directed;
      programs.score[at++] = score(candidate, directed);
    }
  }
  return programs;
}

/** Every {@link HOP_LIMIT}-th part of a run of edges: the stride that visits at most so many, evenly. */
function stride(low: number, high: number): number {
  return Math.max(1, Math.ceil((high - low) / HOP_LIMIT));
}

/** Lists every (candidate, r1, r2); the walk straight back to the start does not count. */
export function twoHop(
  field: Field,
  nodes: readonly Node[],
  score: (candidate: number, first: number) => number,
  second: (candidate: number, directed: number) => number,
): Programs {
  const { nodeGroup, relation, start } = field.groups;
  const { edgeNode } = field.graph;
  const { relationStamp } = field.scratch;
  const listing = field.scratch.listing(MOST_TWO);
  const [r1, r2] = listing.relations;
  let at = 0;
  for (const [candidate, node] of nodes.entries()) {
    for (let group = nodeGroup[node] ?? 0, end = nodeGroup[node + 1] ?? 0; group < end; group++) {
      const directed = relation[group] ?? 0;
      const back = directed ^ 1;
      const mark = field.scratch.next();
      const base = score(candidate, directed);
      const low = start[group] ?? 0;
      const high = start[group + 1] ?? 0;
      for (let edge = low, step = stride(low, high); edge < high; edge += step) {
        const middle = edgeNode[edge] ?? 0;
        for (let g2 = nodeGroup[middle] ?? 0, end2 = nodeGroup[middle + 1] ?? 0; g2 < end2; g2++) {
          const following = relation[g2] ?? 0;
          if (relationStamp[following] === mark) continue;
          if (following === back && (start[g2 + 1] ?? 0) - (start[g2] ?? 0) === 1) continue;
          relationStamp[following] = mark;
          if (at === MOST_TWO) return taken(listing, 2, at, true);
          listing.candidate[at] = candidate;
          r1[at] = directed;
          r2[at] = following;
          listing.score[at++] = base + second(candidate, following);
        }
      }
    }
  }
  return taken(listing, 2, at, false);
}

/** Whether two hops, the first over `group`, lead back to the start and nowhere else, by another edge than they came by. */
function leadsOnlyHome({ graph: { edgeNode }, groups }: Field, node: Node, group: number, second: DirectedRelation): boolean {
  const { start, relation } = groups;
  if (second === ((relation[group] ?? 0) ^ 1)) return false;
  const low = start[group] ?? 0;
  const high = start[group + 1] ?? 0;
  for (let edge = low, step = stride(low, high); edge < high; edge += step) {
    const g2 = groupOf(groups, edgeNode[edge] ?? 0, second);
    if (g2 < 0) continue;
    for (let edge2 = start[g2] ?? 0, end2 = start[g2 + 1] ?? 0; edge2 < end2; edge2++) if (edgeNode[edge2] !== node) return false;
  }
  return true;
}

/** Extends the given two-hop programs (indices `chosen`) by every third relation. Back at its start a walk goes on only where two hops lead nowhere else. */
export function threeHop(
  field: Field,
  nodes: readonly Node[],
  two: Programs,
  chosen: readonly number[],
  score: (candidate: number, first: number, second: number) => number,
  third: (candidate: number, directed: number) => number,
): Programs {
  const { nodeGroup, relation, start } = field.groups;
  const { edgeNode } = field.graph;
  const { relationStamp } = field.scratch;
  const listing = field.scratch.listing(MOST_THREE);
  const [r1, r2, r3] = listing.relations;
  let at = 0;
  for (const program of chosen) {
    const candidate = two.candidate[program] ?? 0;
    const node = nodes[candidate] ?? 0;
    const first = two.relations[0]?.[program] ?? 0;
    const second = two.relations[1]?.[program] ?? 0;
    const base = score(candidate, first, second);
    const mark = field.scratch.next();
    const group = groupOf(field.groups, node, first);
    if (group < 0) continue;
    let seen = 0;
    const home = leadsOnlyHome(field, node, group, second);
    const low = start[group] ?? 0;
    const high = start[group + 1] ?? 0;
    for (let edge = low, step = stride(low, high); edge < high; edge += step) {
      const g2 = groupOf(field.groups, edgeNode[edge] ?? 0, second);
      if (g2 < 0) continue;
      const low2 = start[g2] ?? 0;
      const high2 = start[g2 + 1] ?? 0;
      for (let edge2 = low2, step2 = stride(low2, high2); edge2 < high2; edge2 += step2) {
        const end = edgeNode[edge2] ?? 0;
        if ((end === node && !home) || seen >= 4 * HOP_LIMIT) continue;
        seen++;
        for (let g3 = nodeGroup[end] ?? 0, end3 = nodeGroup[end + 1] ?? 0; g3 < end3; g3++) {
          const following = relation[g3] ?? 0;
          if (relationStamp[following] === mark || at === MOST_THREE) continue;
          if (following === (second ^ 1) && (start[g3 + 1] ?? 0) - (start[g3] ?? 0) === 1) continue;
          relationStamp[following] = mark;
          listing.candidate[at] = candidate;
          r1[at] = first;
          r2[at] = second;
          r3[at] = following;
          listing.score[at++] = base + third(candidate, following);
        }
      }
    }
  }
  return taken(listing, 3, at, false);
}

/** Softmax over all programs in place; returns the best raw score (−∞ when there is none). */
export function normalise(programs: Programs): number {
  let best = -Infinity;
  for (let p = 0; p < programs.count; p++) best = Math.max(best, programs.score[p] ?? 0);
  let total = 0;
  for (let p = 0; p < programs.count; p++) total += programs.score[p] = Math.exp((programs.score[p] ?? 0) - best);
  for (let p = 0; p < programs.count; p++) programs.score[p] = (programs.score[p] ?? 0) / total;
  return best;
}

/** The indices of the `count` best programs, best first; ties in their order. */
export function best({ score, count: length }: Pick<Programs, 'score' | 'count'>, count: number): number[] {
  const kept: number[] = [];
  if (count <= 0) return kept;
  let floor = -Infinity;
  for (let p = 0; p < length; p++) {
    const value = score[p] ?? 0;
    if (kept.length === count && value <= floor) continue;
    // Insertion: few are wanted, and of many that come few are better than all that came before.
    let at = kept.length === count ? count - 1 : kept.length;
    for (; at > 0 && (score[kept[at - 1] ?? 0] ?? 0) < value; at--) kept[at] = kept[at - 1] ?? 0;
    kept[at] = p;
    floor = score[kept[kept.length - 1] ?? 0] ?? 0;
  }
  return kept;
}
