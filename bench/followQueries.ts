import { type Frontier, follow } from '../server/src/graph/follow';
import type { KnowledgeGraph } from '../server/src/graph/knowledgeGraph';
import { groupsOf } from '../server/src/graph/rows';
import { SparseSum } from '../server/src/graph/sparseSum';
import { random } from './measure';

/** One hop to be timed. */
export interface FollowQuery {
  readonly frontier: Frontier;
  /** [2R] */
  readonly relations: Float64Array;
}

/** Hops of one kind. */
export interface QueryKind {
  readonly name: string;
  readonly queries: readonly FollowQuery[];
}

const FOLLOWED = 3;
const LINKED = 20_000;
const HOPS = { mostEdges: 100_000, mostNodes: 1000 };

/**
 * Hops as questions ask for them, from entities drawn among the best linked: the first hop along three relations of the entity, the second hop from what that
 * reached, and the first hop with a score for every relation of the graph, as a softmax gives.
 */
export function followQueries(graph: KnowledgeGraph, count: number, seed: number): QueryKind[] {
  const draw = random(seed);
  const pick = (below: number): number => Math.floor(draw() * below);
  const sum = new SparseSum(graph.nodeCount);
  const directed = 2 * graph.relations.length;
  const [first, second, every]: [FollowQuery[], FollowQuery[], FollowQuery[]] = [[], [], []];
  while (first.length < count) {
    const node = pick(Math.min(LINKED, graph.entityCount));
    const frontier = { nodes: Uint32Array.of(node), scores: Float64Array.of(1) };
    const few = scoresOf(graph, frontier.nodes, directed, draw);
    const reached = follow(graph, frontier, few, HOPS, sum);
    const next = scoresOf(graph, reached.nodes, directed, draw);
    if (reached.nodes.every((reachedNode) => groupsOf(graph, reachedNode).length === 0)) continue;
    first.push({ frontier, relations: few });
    second.push({ frontier: reached, relations: next });
    const logits = Float64Array.from({ length: directed }, () => Math.exp(6 * draw()));
    const total = logits.reduce((a, b) => a + b, 0);
    every.push({ frontier, relations: logits.map((value) => value / total) });
  }
  return [
    { name: 'hop 1, three relations', queries: first },
    { name: 'hop 2, three relations', queries: second },
    { name: 'hop 1, every relation', queries: every },
  ];
}

/** Scores for a few relations that some of the nodes have. */
function scoresOf(graph: KnowledgeGraph, nodes: Uint32Array, directed: number, draw: () => number): Float64Array {
  const scores = new Float64Array(directed);
  const present = [...new Set([...nodes.subarray(0, 50)].flatMap((node) => groupsOf(graph, node).map(({ relation }) => relation)))];
  for (let k = 0; k < FOLLOWED && present.length > 0; k++) {
    const [relation = 0] = present.splice(Math.floor(draw() * present.length), 1);
    scores[relation] = 0.1 + draw();
  }
  return scores;
}
