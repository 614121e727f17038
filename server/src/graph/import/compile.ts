import { writeEdges } from '../edgeColumns';
import { writeHeld } from '../heldFacts';
import { IdTable } from '../idTable';
import type { Provenance } from '../knowledgeGraph';
import { literalKey } from '../literalText';
import { PackWriter } from '../packFile';
import { StringTable } from '../stringTable';
import { heldFacts, withPointInTime } from './compileHeld';
import { type Dropped, indexSource } from './indexSource';
import type { GraphSource, SourceEntity } from './graphSource';
import { columnsOf, sortTriples } from './sortTriples';

/** What a pack records of where it comes from; the counts are filled in here. */
export type Origin = Omit<Provenance, 'entities' | 'edges'>;

const SEPARATOR = '\n';

/** An entity with the number of its edges to other entities. */
export interface RankedEntity extends SourceEntity {
  readonly degree: number;
}

export interface Compiled {
  /** Holds the sections of the graph; a lexicon may be added before it writes. */
  readonly writer: PackWriter;
  /** The entities in node order, for the lexicon. */
  readonly entities: readonly RankedEntity[];
  readonly dropped: Dropped;
}

/**
 * Compiles a source into the sections of a pack. Entities are numbered by falling degree (ties in the source's order), so that a smaller node is the more
 * linked one; literals follow, in the source's order. Edges are kept once; both directions are derived when the pack is opened. The same source gives the
 * same pack.
 */
export function compile(given: GraphSource, origin: Origin): Compiled {
  const source = withPointInTime(given);
  const { triples, literals, values, held, dropped } = indexSource(source);
  const count = source.entities.length;
  const relations = source.relations.length;
  const distinct = columnsOf(sortTriples(triples, relations, count));
  const degree = degrees(distinct, count);
  const order = [...source.entities.keys()].sort((a, b) => (degree[b] ?? 0) - (degree[a] ?? 0) || a - b);
  const node = new Uint32Array(count);
  for (const [rank, index] of order.entries()) node[index] = rank;
  const entities = order.flatMap((index): RankedEntity[] => {
    const entity = source.entities[index];
    return entity === undefined ? [] : [{ ...entity, degree: degree[index] ?? 0 }];
  });
  const edges = sortTriples({
    relation: joined(distinct.relation, literals.relation),
    subject: joined(distinct.subject, literals.subject).map((index) => node[index] ?? 0),
    object: joined(distinct.object.map((index) => node[index] ?? 0), literals.object.map((index) => count + index)),
  }, relations, count + values.length);

  const writer = new PackWriter({ ...origin, entities: count, edges: edges.subject.length });
  IdTable.build(entities.map((entity) => entity.id)).write(writer);
  // Labels and descriptions are needed for the first answer, and inflating them would be felt.
  StringTable.build(entities.map((entity) => entity.label)).write(writer, 'entity/label', 'raw');
  StringTable.build(entities.map((entity) => entity.aliases.join(SEPARATOR))).write(writer, 'entity/aliases');
  StringTable.build(entities.map((entity) => entity.description)).write(writer, 'entity/description', 'raw');
  StringTable.build(values.map(({ kind, value }) => literalKey(kind, value))).write(writer, 'literal');
  StringTable.build(source.relations.map((r) => [r.id, r.label, r.description, ...r.aliases].join(SEPARATOR))).write(writer, 'relation');
  writeEdges(writer, edges);
  writeHeld(writer, heldFacts(held, values, distinct, node));
  return { writer, entities, dropped: { ...dropped, repeated: triples.relation.length - distinct.relation.length } };
}

function degrees(triples: { readonly subject: Uint32Array; readonly object: Uint32Array }, count: number): Uint32Array {
  const degree = new Uint32Array(count);
  for (const column of [triples.subject, triples.object]) for (const index of column) degree[index] = (degree[index] ?? 0) + 1;
  return degree;
}

function joined(first: Uint32Array, second: Uint32Array): Uint32Array {
  const out = new Uint32Array(first.length + second.length);
  out.set(first);
  out.set(second, first.length);
  return out;
}
