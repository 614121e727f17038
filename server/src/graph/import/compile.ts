import type { Provenance } from '../knowledgeGraph';
import { PackWriter } from '../packFile';
import { planes } from '../planes';
import { StringTable } from '../stringTable';
import type { GraphSource, LiteralKind, SourceEntity } from './graphSource';

/** What a pack records of where it comes from; the counts are filled in here. */
export type Origin = Omit<Provenance, 'entities' | 'edges'>;

const SEPARATOR = '\n';

/** An entity with the number of its edges. */
export interface RankedEntity extends SourceEntity {
  readonly degree: number;
}

/**
 * Compiles a source into the sections of a pack. Entities are numbered by falling degree (ties in the source's order), so that a smaller node is the more
 * linked one; literals follow. Edges are kept once, sorted by relation, subject, object; both directions are derived when the pack is opened.
 *
 * Returns the entities in their new order for the lexicon. Triples whose ends are not entities of the source, self-loops and duplicates are dropped.
 */
export function compile(source: GraphSource, origin: Origin): { readonly writer: PackWriter; readonly entities: readonly RankedEntity[] } {
  const position = new Map(source.entities.map((entity, index) => [entity.id, index]));
  const relationIndex = new Map(source.relations.map((relation, index) => [relation.id, index]));
  const degree = new Uint32Array(source.entities.length);
  const seen = new Set<string>();
  const triples: [number, number, number][] = [];
  for (const [head, property, tail] of source.triples) {
    const [s, r, o] = [position.get(head), relationIndex.get(property), position.get(tail)];
    if (s === undefined || r === undefined || o === undefined || s === o) continue;
    const key = `${String(r)} ${String(s)} ${String(o)}`;
    if (seen.has(key)) continue;
    seen.add(key);
    triples.push([r, s, o]);
    degree[s] = (degree[s] ?? 0) + 1;
    degree[o] = (degree[o] ?? 0) + 1;
  }
  const order = [...source.entities.keys()].sort((a, b) => (degree[b] ?? 0) - (degree[a] ?? 0) || a - b);
  const node = new Uint32Array(order.length);
  for (const [rank, index] of order.entries()) node[index] = rank;
  const entities = order.flatMap((index): RankedEntity[] => {
    const entity = source.entities[index];
    return entity === undefined ? [] : [{ ...entity, degree: degree[index] ?? 0 }];
  });

  const literals = new Map<string, number>();
  const values: string[] = [];
  const literalNode = (value: string, kind: LiteralKind): number => {
    const key = `${kind}${SEPARATOR}${value}`;
    let found = literals.get(key);
    if (found === undefined) {
      literals.set(key, (found = entities.length + values.length));
      values.push(key);
    }
    return found;
  };
  const edges = triples.map(([r, s, o]): [number, number, number] => [r, node[s] ?? 0, node[o] ?? 0]);
  const literalSeen = new Set<string>();
  for (const [head, property, value, kind] of source.literals) {
    const [s, r] = [position.get(head), relationIndex.get(property)];
    const key = `${head} ${property} ${value}`;
    if (s === undefined || r === undefined || literalSeen.has(key)) continue;
    literalSeen.add(key);
    edges.push([r, node[s] ?? 0, literalNode(value, kind)]);
  }
  edges.sort((a, b) => a[0] - b[0] || a[1] - b[1] || a[2] - b[2]);
  const relationStart = new Uint32Array(source.relations.length + 1);
  const subjects = new Uint32Array(edges.length);
  const objects = new Uint32Array(edges.length);
  let previous = 0;
  let relation = -1;
  for (const [k, [r, s, o]] of edges.entries()) {
    relationStart[r + 1] = k + 1;
    // Subjects rise within a relation: differences compress to a third.
    subjects[k] = r === relation ? s - previous : s;
    objects[k] = o;
    previous = s;
    relation = r;
  }
  for (let r = 1; r <= source.relations.length; r++) relationStart[r] = Math.max(relationStart[r] ?? 0, relationStart[r - 1] ?? 0);

  const writer = new PackWriter({ ...origin, entities: entities.length, edges: edges.length });
  const ids = entities.map((entity) => entity.id);
  StringTable.build(ids).write(writer, 'entity/id');
  writer.add('entity/idOrder', Uint32Array.from([...ids.keys()].sort((a, b) => compareUtf8(ids[a] ?? '', ids[b] ?? ''))));
  StringTable.build(entities.map((entity) => entity.label)).write(writer, 'entity/label');
  StringTable.build(entities.map((entity) => entity.aliases.join(SEPARATOR))).write(writer, 'entity/aliases');
  StringTable.build(entities.map((entity) => entity.description)).write(writer, 'entity/description');
  StringTable.build(values).write(writer, 'literal');
  StringTable.build(source.relations.map((r) => [r.id, r.label, r.description, ...r.aliases].join(SEPARATOR))).write(writer, 'relation');
  writer.add('edge/relationStart', relationStart).add('edge/subject', planes(subjects)).add('edge/object', planes(objects));
  return { writer, entities };
}

/** Order of two strings by their UTF-8 bytes, which for ids is that of their code points. */
export function compareUtf8(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
