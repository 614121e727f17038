import { groupOf } from '../graph/groups';
import type { Node } from '../graph/knowledgeGraph';
import type { Field, Programs } from './programs';

/** Groups larger than this are a hub's: they are met from the other side instead of being listed. The same in training. */
const MEET_LIMIT = 300;
/**
 * A path that its own span gives less than this is left out where others meet: it carries nothing that shows. Where nothing else meets all are looked at, for
 * that some meet at all is what the choice of the plan asks (as in training, which leaves out none).
 */
const NEGLIGIBLE = 1e-6;
const MOST_EDGES_LOOKED_AT = 2000;
/** Paths that meet in one intersection, at most; and spans that reach an object for more than two of them to be tried (a hub's objects are met by pairs). As in training. */
const MOST_MET = 4;
const MOST_REACHING = 8;

/** A span of tokens or words; spans that overlap do not meet. */
export interface Place {
  readonly from: number;
  readonly to: number;
}

/** One object that the paths of two to four spans share. */
export interface Meeting {
  readonly object: Node;
  /** Indices of the spans, in the order of the question. */
  readonly spans: readonly number[];
  /** y_span(object) of each: the probability that the span's path reaches it. */
  readonly scores: readonly number[];
  /** exp(Σ u_span) · min(scores), up to a factor common to all. */
  readonly mass: number;
}

/** Everything that any span's path reaches, by object: `reach.get(object)?.get(span)` is y_span(object). */
export type Reach = ReadonlyMap<Node, ReadonlyMap<number, number>>;

/** What the intersection found. */
export interface Met {
  readonly meetings: readonly Meeting[];
  readonly reach: Reach;
  /** The greatest minimum: how coherent the best intersection is, in [0, 1]; 0 without any. */
  readonly bestMinimum: number;
  /** log(min) + Σ u of the best; −∞ without any. */
  readonly bestScore: number;
}

/**
 * The element-wise minimum over the paths of two to four disjoint spans (Rigel-Intersect, Sen et al. 2021), each path still unresolved: a span's path is the
 * mixture of its candidates' relations. How many take part is decided by the weights exp(u) of the spans.
 *
 * @param programs one-hop programs with `score` = p(candidate, relation | span), summing to 1 within each span
 * @param spanOf span of each candidate
 * @param takesPart u of each span (raw)
 */
export function intersect(
  field: Field, nodes: readonly Node[], programs: Programs, spanOf: Int32Array, places: readonly Place[], takesPart: Float32Array,
): Met {
  const met = meetingsOf(reachOf(field, nodes, programs, spanOf, NEGLIGIBLE), places, takesPart);
  return met.meetings.length > 0 ? met : meetingsOf(reachOf(field, nodes, programs, spanOf, 0), places, takesPart);
}

/** All sets of disjoint spans that reach an object, with what they share there. */
function meetingsOf(reach: Reach, places: readonly Place[], takesPart: Float32Array): Met {
  const meetings: Meeting[] = [];
  let bestMinimum = 0;
  let bestScore = -Infinity;
  let greatest = -Infinity;
  for (const u of takesPart) greatest = Math.max(greatest, u);
  for (const [object, scores] of reach) {
    for (const spans of apart([...scores.keys()], places)) {
      const each = spans.map((span) => scores.get(span) ?? 0);
      const minimum = Math.min(...each);
      const weight = spans.reduce((sum, span) => sum + (takesPart[span] ?? 0), 0);
      bestMinimum = Math.max(bestMinimum, minimum);
      bestScore = Math.max(bestScore, Math.log(minimum + 1e-9) + weight);
      meetings.push({ object, spans, scores: each, mass: Math.exp(weight - 2 * greatest) * minimum });
    }
  }
  return { meetings, reach, bestMinimum, bestScore };
}

/** All sets of two to {@link MOST_MET} spans of which no two overlap, each in the order of the question; only pairs where too many spans are given. */
function apart(spans: readonly number[], places: readonly Place[]): number[][] {
  if (spans.length < 2) return [];
  const inOrder = spans.toSorted((a, b) => (places[a]?.from ?? 0) - (places[b]?.from ?? 0));
  const largest = spans.length <= MOST_REACHING ? MOST_MET : 2;
  const sets: number[][] = [];
  const extend = (set: readonly number[], next: number): void => {
    for (let k = next; k < inOrder.length; k++) {
      const span = inOrder[k] ?? 0;
      const last = set.at(-1);
      if (last !== undefined && (places[last]?.to ?? 0) > (places[span]?.from ?? 0)) continue;
      const wider = [...set, span];
      if (wider.length > 1) sets.push(wider);
      if (wider.length < largest) extend(wider, k + 1);
    }
  };
  extend([], 0);
  return sets;
}

/** y_span(object) for every object of a listed group, and for hubs the objects that another span reaches; of paths with at least that probability. */
function reachOf(field: Field, nodes: readonly Node[], programs: Programs, spanOf: Int32Array, least: number): Reach {
  const { groups, graph, scratch } = field;
  const reach = new Map<Node, Map<number, number>>();
  const add = (object: Node, span: number, score: number): void => {
    const scores = reach.get(object);
    if (scores === undefined) reach.set(object, new Map([[span, score]]));
    else scores.set(span, (scores.get(span) ?? 0) + score);
  };
  const mark = scratch.next();
  const hubs: number[] = [];
  for (let p = 0; p < programs.count; p++) {
    const score = programs.score[p] ?? 0;
    if (score < least) continue;
    const candidate = programs.candidate[p] ?? 0;
    const node = nodes[candidate] ?? 0;
    const group = groupOf(groups, node, programs.relations[0]?.[p] ?? 0);
    const low = groups.start[group] ?? 0;
    const high = groups.start[group + 1] ?? 0;
    if (high - low > MEET_LIMIT) {
      scratch.stamp[node] = mark;
      scratch.relationStamp[(programs.relations[0]?.[p] ?? 0) ^ 1] = mark;
      hubs.push(p);
      continue;
    }
    for (let edge = low; edge < high; edge++) add(graph.edgeNode[edge] ?? 0, spanOf[candidate] ?? 0, score);
  }
  if (hubs.length === 0) return reach;
  for (const object of [...reach.keys()]) {
    if ((graph.rowStart[object + 1] ?? 0) - (graph.rowStart[object] ?? 0) > MOST_EDGES_LOOKED_AT) continue;
    for (let group = groups.nodeGroup[object] ?? 0, last = groups.nodeGroup[object + 1] ?? 0; group < last; group++) {
      const toHub = groups.relation[group] ?? 0;
      if (scratch.relationStamp[toHub] !== mark) continue;
      for (let edge = groups.start[group] ?? 0, end = groups.start[group + 1] ?? 0; edge < end; edge++) {
        const hub = graph.edgeNode[edge] ?? 0;
        if (scratch.stamp[hub] !== mark) continue;
        for (const p of hubs) {
          const candidate = programs.candidate[p] ?? 0;
          if (nodes[candidate] === hub && programs.relations[0]?.[p] === (toHub ^ 1)) add(object, spanOf[candidate] ?? 0, programs.score[p] ?? 0);
        }
      }
    }
  }
  return reach;
}
