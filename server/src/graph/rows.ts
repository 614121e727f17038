import type { DirectedRelation, KnowledgeGraph, Node } from './knowledgeGraph';

/** The adjacency part of a graph: all that following edges needs. */
export type Rows = Pick<KnowledgeGraph, 'nodeCount' | 'rowStart' | 'edgeRelation' | 'edgeNode'>;

/** A run of edges that share a node and a directed relation: `start ≤ edge < end`. */
export interface EdgeRun {
  readonly relation: DirectedRelation;
  readonly start: number;
  readonly end: number;
}

/** The first edge in `low ≤ edge < high` whose relation is at least `directed`; `high` when there is none. The edges are sorted by relation. */
export function firstEdge(edgeRelation: Uint16Array, directed: DirectedRelation, low: number, high: number): number {
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((edgeRelation[middle] ?? 0) < directed) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The edges of one node for one directed relation; empty (`start = end`) when it has none. */
export function edgesOf(graph: Rows, node: Node, directed: DirectedRelation): EdgeRun {
  const high = graph.rowStart[node + 1] ?? 0;
  const start = firstEdge(graph.edgeRelation, directed, graph.rowStart[node] ?? high, high);
  return { relation: directed, start, end: firstEdge(graph.edgeRelation, directed + 1, start, high) };
}

/** The directed relations of a node with their edges, in order of relation. Leaps from run to run: a hub's eighty thousand edges are not read. */
export function groupsOf(graph: Rows, node: Node): EdgeRun[] {
  const groups: EdgeRun[] = [];
  const high = graph.rowStart[node + 1] ?? 0;
  let start = graph.rowStart[node] ?? high;
  while (start < high) {
    const relation = graph.edgeRelation[start] ?? 0;
    const end = firstEdge(graph.edgeRelation, relation + 1, start, high);
    groups.push({ relation, start, end });
    start = end;
  }
  return groups;
}

/** The directed relations that lead straight from one node to another, in order. */
export function edgesBetween(graph: Rows, from: Node, to: Node): DirectedRelation[] {
  return groupsOf(graph, from).flatMap(({ relation, start, end }) => (leadsTo(graph.edgeNode, to, start, end) ? [relation] : []));
}

/** Whether a run of edges, sorted by node, holds one to `node`. */
function leadsTo(edgeNode: Uint32Array, node: Node, start: number, end: number): boolean {
  let low = start;
  let high = end;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((edgeNode[middle] ?? 0) < node) low = middle + 1;
    else high = middle;
  }
  return low < end && edgeNode[low] === node;
}
