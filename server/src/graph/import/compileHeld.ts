import { POINT_IN_TIME } from '../heldFacts';
import type { HeldFacts } from '../knowledgeGraph';
import { timeValue } from '../literalValue';
import { rising } from '../rising';
import type { GraphSource } from './graphSource';
import type { HeldColumns, IndexedSource } from './indexSource';
import type { TripleColumns } from './sortTriples';

/** A graph that knows when facts held has the relation that says so: its label is what the words of a question are compared with. */
export function withPointInTime(source: GraphSource): GraphSource {
  if ((source.times ?? []).length === 0 || source.relations.some(({ id }) => id === POINT_IN_TIME.id)) return source;
  return { ...source, relations: [...source.relations, POINT_IN_TIME] };
}

function key(relation = -1, subject = -1, object = -1): string {
  return `${String(relation)} ${String(subject)} ${String(object)}`;
}

/**
 * The periods of the facts that the graph holds, in the order of relation, subject, object and start; the same period of a fact once.
 *
 * @param values the literals; those behind a period become nodes like any other
 * @param edges between entities, as places in the source's lists
 * @param node of each entity
 */
export function heldFacts(held: HeldColumns, values: IndexedSource['values'], edges: TripleColumns, node: Uint32Array): HeldFacts {
  const wanted = new Set(held.relation.map((relation, k) => key(relation, held.subject[k], held.object[k])));
  const known = new Set<string>();
  if (wanted.size > 0) {
    for (const [k, relation] of edges.relation.entries()) {
      const edge = key(relation, edges.subject[k], edges.object[k]);
      if (wanted.has(edge)) known.add(edge);
    }
  }
  const start = (place: number): number => (place < 0 ? -Infinity : timeValue(values[place]?.value ?? ''));
  const literal = (place: number): number => (place < 0 ? -1 : node.length + place);
  const seen = new Set<string>();
  const rows = held.relation.flatMap((relation, k) => {
    const [subject = 0, object = 0, from = -1, to = -1] = [held.subject[k], held.object[k], held.from[k], held.to[k]];
    const period = `${key(relation, subject, object)} ${String(from)} ${String(to)}`;
    if (seen.size === seen.add(period).size) return [];
    return known.has(key(relation, subject, object)) ? [{ relation, subject: node[subject] ?? 0, object: node[object] ?? 0, from, to }] : [];
  });
  rows.sort((a, b) => a.relation - b.relation || a.subject - b.subject || a.object - b.object || rising(start(a.from), start(b.from)));
  return {
    relation: Uint32Array.from(rows, (row) => row.relation), subject: Uint32Array.from(rows, (row) => row.subject), object: Uint32Array.from(rows, (row) => row.object),
    from: Int32Array.from(rows, (row) => literal(row.from)), to: Int32Array.from(rows, (row) => literal(row.to)),
  };
}
