import { type Groups, groupOf } from './groups';
import { POINT_IN_TIME } from './heldFacts';
import type { DirectedRelation, KnowledgeGraph, Node } from './knowledgeGraph';
import { timeValue } from './literalValue';
import { firstFrom, rising } from './rising';

/** When the facts behind edges held: rows sorted by edge, then by start; an edge that held several times has several. The same as training's times.py. */
export interface FactTimes {
  /** Places in the adjacency, both directions of a fact. */
  readonly edge: Uint32Array;
  /** Years as {@link timeValue} gives them: −∞ where the start is not known, ∞ where the fact still holds. */
  readonly from: Float64Array;
  readonly until: Float64Array;
  /** Row of each in the graph's {@link KnowledgeGraph.held}. */
  readonly held: Uint32Array;
  /** The relation that the words of a question are compared with; −1 where the graph has none, and no times. */
  readonly attribute: DirectedRelation;
}

/** Finds the edges of the facts that held for a time. */
export function factTimes(graph: KnowledgeGraph, groups: Groups): FactTimes {
  const { relation, subject, object, from, to } = graph.held;
  const index = graph.relationOf(POINT_IN_TIME.id);
  const year = (node: Node, open: number): number => (node < 0 ? open : timeValue(graph.literalOf(node)?.value ?? ''));
  const rows = index === undefined ? [] : [...relation.entries()].flatMap(([held, r]) => {
    const [s, o] = [subject[held] ?? 0, object[held] ?? 0];
    const period = { held, from: year(from[held] ?? -1, -Infinity), until: year(to[held] ?? -1, Infinity) };
    return [edgeOf(graph, groups, s, 2 * r, o), edgeOf(graph, groups, o, 2 * r + 1, s)].flatMap((edge) => (edge < 0 || Number.isNaN(period.from + period.until) ? [] : [{ edge, ...period }]));
  });
  rows.sort((a, b) => a.edge - b.edge || rising(a.from, b.from));
  return {
    edge: Uint32Array.from(rows, (row) => row.edge), from: Float64Array.from(rows, (row) => row.from), until: Float64Array.from(rows, (row) => row.until),
    held: Uint32Array.from(rows, (row) => row.held), attribute: index === undefined ? -1 : 2 * index,
  };
}

/** The edge from a node over a relation to another; −1 where there is none. */
function edgeOf({ edgeNode }: KnowledgeGraph, groups: Groups, node: Node, directed: DirectedRelation, object: Node): number {
  const group = groupOf(groups, node, directed);
  if (group < 0) return -1;
  const end = groups.start[group + 1] ?? 0;
  const edge = firstFrom(edgeNode, object, groups.start[group], end);
  return edge < end && edgeNode[edge] === object ? edge : -1;
}

/** When a fact held, as a person reads it: all its periods ("1885 – 1889; 1893 – 1897"); empty where the graph does not know. */
export function heldText(graph: KnowledgeGraph, subject: Node, relation: number, object: Node): string {
  const { held } = graph;
  const before = (row: number): boolean => {
    const [r, s] = [held.relation[row] ?? 0, held.subject[row] ?? 0];
    return r < relation || (r === relation && (s < subject || (s === subject && (held.object[row] ?? 0) < object)));
  };
  let low = 0;
  let high = held.relation.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (before(middle)) low = middle + 1;
    else high = middle;
  }
  const periods: string[] = [];
  for (; held.relation[low] === relation && held.subject[low] === subject && held.object[low] === object; low++) periods.push(periodText(graph, low));
  return periods.join('; ');
}

/** A period, as a person reads it: "1969", "1861 – 1865", "since 2014", "until 1999". */
export function periodText(graph: KnowledgeGraph, row: number): string {
  const [from, to] = [graph.held.from[row] ?? -1, graph.held.to[row] ?? -1];
  if (from === to) return graph.labelOf(from);
  if (to < 0) return `since ${graph.labelOf(from)}`;
  return from < 0 ? `until ${graph.labelOf(to)}` : `${graph.labelOf(from)} – ${graph.labelOf(to)}`;
}
