import { groupOf } from '../graph/groups';
import type { DirectedRelation, Node } from '../graph/knowledgeGraph';
import { firstFrom } from '../graph/rising';
import type { Field } from './programs';

/** The edges of one group, half-open; empty where a node lacks the relation. */
export interface EdgeRange {
  readonly low: number;
  readonly high: number;
}

/** The edges of a node's group. */
export function edgesOfGroup({ groups }: Field, node: Node, directed: DirectedRelation): EdgeRange {
  const group = groupOf(groups, node, directed);
  return group < 0 ? { low: 0, high: 0 } : { low: groups.start[group] ?? 0, high: groups.start[group + 1] ?? 0 };
}

/** Whether a group's edges, sorted by node, lead to a node. */
export function holds(edgeNode: Uint32Array, { low, high }: EdgeRange, node: Node): boolean {
  const edge = firstFrom(edgeNode, node, low, high);
  return edge < high && edgeNode[edge] === node;
}
