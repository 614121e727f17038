import type { DirectedRelation, KnowledgeGraph, Node } from '../graph/knowledgeGraph';
import { groupOf, type Groups } from '../graph/groups';

/** A gold entity with this many relation-direction groups or more makes a question HARD: a guess seldom hits. */
export const HARD_GROUPS = 5;

/** How many relation-direction groups an entity has. */
export function groupCount(groups: Groups, node: Node): number {
  return (groups.nodeGroup[node + 1] ?? 0) - (groups.nodeGroup[node] ?? 0);
}

/** The objects of one group. */
export function objectsOf(graph: KnowledgeGraph, groups: Groups, node: Node, directed: DirectedRelation): readonly Node[] {
  const group = groupOf(groups, node, directed);
  return group < 0 ? [] : [...graph.edgeNode.subarray(groups.start[group] ?? 0, groups.start[group + 1] ?? 0)];
}

/**
 * The control that never reads the question: the gold entity's relation that the training questions ask most often. A score on questions about entities with
 * one relation means little without it. Where the model does not say what it was asked, the entity's relation with the most objects.
 */
export class Control {
  readonly #frequency: Float64Array;

  /** @param asked how often each relation was asked in training (`^P57`: backwards) */
  constructor(private readonly graph: KnowledgeGraph, private readonly groups: Groups, asked: Readonly<Record<string, number>>) {
    this.#frequency = new Float64Array(2 * graph.relations.length);
    for (const [k, relation] of graph.relations.entries()) {
      this.#frequency[2 * k] = asked[relation.id] ?? 0;
      this.#frequency[2 * k + 1] = asked[`^${relation.id}`] ?? 0;
    }
  }

  /** The relation that the control guesses for an entity, or −1 when it has none. */
  guess(node: Node): DirectedRelation {
    let best = -1;
    let most = -1;
    for (let group = this.groups.nodeGroup[node] ?? 0; group < (this.groups.nodeGroup[node + 1] ?? 0); group++) {
      const directed = this.groups.relation[group] ?? 0;
      const objects = (this.groups.start[group + 1] ?? 0) - (this.groups.start[group] ?? 0);
      // Never asked: by the number of objects, below whatever was asked.
      const weight = (this.#frequency[directed] ?? 0) + objects / (2 * this.graph.nodeCount);
      if (weight > most) {
        most = weight;
        best = directed;
      }
    }
    return best;
  }

  /** The objects of the guessed relation. */
  answers(node: Node): readonly Node[] {
    const directed = this.guess(node);
    return directed < 0 ? [] : objectsOf(this.graph, this.groups, node, directed);
  }
}
