import type { GraphSource, LiteralKind } from './graphSource';
import type { TripleColumns } from './sortTriples';

/** Rows that were left out, by reason. */
export interface Dropped {
  /** Triples with an end that is not among the entities. */
  readonly unknownEntity: number;
  /** Triples and literals whose relation has no label, by relation. */
  readonly unknownRelation: ReadonlyMap<string, number>;
  /** Triples from an entity to itself. */
  readonly loops: number;
  readonly repeated: number;
}

export interface IndexedSource {
  readonly triples: TripleColumns;
  /** Objects are places in `values`. */
  readonly literals: TripleColumns;
  /** Distinct literal values. */
  readonly values: readonly { readonly kind: LiteralKind; readonly value: string }[];
  /** When facts held, rows of {@link HeldColumns}; whether there is such a fact is not known yet. */
  readonly held: HeldColumns;
  readonly dropped: Dropped;
}

/** Places in the source's lists; `from` and `to` are places in the values, −1 for none. */
export interface HeldColumns {
  readonly relation: readonly number[];
  readonly subject: readonly number[];
  readonly object: readonly number[];
  readonly from: readonly number[];
  readonly to: readonly number[];
}

/** Replaces ids by places in the source's lists. Triples whose ends or relation are not listed and those from an entity to itself are left out, and counted. */
export function indexSource(source: GraphSource): IndexedSource {
  const entityIndex = new Map(source.entities.map((entity, index) => [entity.id, index]));
  const relationIndex = new Map(source.relations.map((relation, index) => [relation.id, index]));
  const unknownRelation = new Map<string, number>();
  let unknownEntity = 0;
  let loops = 0;
  const triples = new Columns();
  const relationOf = (id: string): number | undefined => {
    const found = relationIndex.get(id);
    if (found === undefined) unknownRelation.set(id, (unknownRelation.get(id) ?? 0) + 1);
    return found;
  };
  for (const [head, property, tail] of source.triples) {
    const subject = entityIndex.get(head);
    const object = entityIndex.get(tail);
    const relation = relationOf(property);
    if (subject === undefined || object === undefined) unknownEntity++;
    else if (subject === object) loops++;
    else if (relation !== undefined) triples.push(relation, subject, object);
  }
  const valueIndex = new Map<string, number>();
  const values: { readonly kind: LiteralKind; readonly value: string }[] = [];
  const literals = new Columns();
  const valueOf = (kind: LiteralKind, value: string): number => {
    const key = `${kind} ${value}`;
    let place = valueIndex.get(key);
    if (place === undefined) {
      place = values.push({ kind, value }) - 1;
      valueIndex.set(key, place);
    }
    return place;
  };
  for (const [head, property, value, kind] of source.literals) {
    const subject = entityIndex.get(head);
    const relation = relationOf(property);
    if (subject === undefined) unknownEntity++;
    if (subject === undefined || relation === undefined) continue;
    literals.push(relation, subject, valueOf(kind, value));
  }
  const held = { relation: [] as number[], subject: [] as number[], object: [] as number[], from: [] as number[], to: [] as number[] };
  for (const row of source.times ?? []) {
    const [relation, subject, object] = [relationIndex.get(row.relation), entityIndex.get(row.subject), entityIndex.get(row.object)];
    if (relation === undefined || subject === undefined || object === undefined || (row.from === '' && row.to === '')) continue;
    held.relation.push(relation);
    held.subject.push(subject);
    held.object.push(object);
    held.from.push(row.from === '' ? -1 : valueOf('time', row.from));
    held.to.push(row.to === '' ? -1 : valueOf('time', row.to));
  }
  return { triples: triples.arrays(), literals: literals.arrays(), values, held, dropped: { unknownEntity, unknownRelation, loops, repeated: 0 } };
}

/** Three columns that grow together. */
class Columns {
  readonly #relation: number[] = [];
  readonly #subject: number[] = [];
  readonly #object: number[] = [];

  push(relation: number, subject: number, object: number): void {
    this.#relation.push(relation);
    this.#subject.push(subject);
    this.#object.push(object);
  }

  arrays(): TripleColumns {
    return { relation: Uint32Array.from(this.#relation), subject: Uint32Array.from(this.#subject), object: Uint32Array.from(this.#object) };
  }
}
