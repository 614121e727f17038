import type { DirectedRelation, KnowledgeGraph, Node } from '../graph/knowledgeGraph';
import type { Groups } from '../graph/groups';

/** A gold entity with this many relation-direction groups or more makes a question HARD: a guess seldom hits. */
export const HARD_GROUPS = 5;

/** How many relation-direction groups an entity has. */
export function groupCount(groups: Groups, node: Node): number {
  return (groups.nodeGroup[node + 1] ?? 0) - (groups.nodeGroup[node] ?? 0);
}

/** The objects of one group. */
export function objectsOf(graph: KnowledgeGraph, groups: Groups, node: Node, directed: DirectedRelation): readonly Node[] {
  for (let group = groups.nodeGroup[node] ?? 0; group < (groups.nodeGroup[node + 1] ?? 0); group++) {
    if (groups.relation[group] === directed) return [...graph.edgeNode.subarray(groups.start[group] ?? 0, groups.start[group + 1] ?? 0)];
  }
  return [];
}

/**
 * The control that never reads the question: the relation of the gold entity that is the most frequent in the whole graph. A score on questions about
 * entities with one relation means little without it.
 */
export class Control {
  readonly #frequency: Uint32Array;

  constructor(private readonly graph: KnowledgeGraph, private readonly groups: Groups) {
    this.#frequency = new Uint32Array(2 * graph.relations.length);
    for (const directed of graph.edgeRelation) this.#frequency[directed] = (this.#frequency[directed] ?? 0) + 1;
  }

  /** The relation that the control guesses for an entity, or −1 when it has none. */
  guess(node: Node): DirectedRelation {
    let best = -1;
    for (let group = this.groups.nodeGroup[node] ?? 0; group < (this.groups.nodeGroup[node + 1] ?? 0); group++) {
      const directed = this.groups.relation[group] ?? 0;
      if (best < 0 || (this.#frequency[directed] ?? 0) > (this.#frequency[best] ?? 0)) best = directed;
    }
    return best;
  }

  /** The objects of the guessed relation. */
  answers(node: Node): readonly Node[] {
    const directed = this.guess(node);
    return directed < 0 ? [] : objectsOf(this.graph, this.groups, node, directed);
  }
}
