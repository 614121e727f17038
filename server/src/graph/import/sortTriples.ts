import type { EdgeColumns } from '../adjacency';

/** Triples as columns of indices, in no order and with repetitions. */
export interface TripleColumns {
  readonly relation: Uint32Array;
  readonly subject: Uint32Array;
  readonly object: Uint32Array;
}

/**
 * Sorts triples by relation, subject, object, and drops repetitions: relation by relation, so that subject and object fit one exact number.
 *
 * @param relations number of relations
 * @param nodes number of subjects and objects; its square must stay below 2^53
 */
export function sortTriples(triples: TripleColumns, relations: number, nodes: number): EdgeColumns {
  const count = triples.relation.length;
  const bucket = new Uint32Array(relations + 1);
  for (const r of triples.relation) bucket[r + 1] = (bucket[r + 1] ?? 0) + 1;
  for (let r = 0; r < relations; r++) bucket[r + 1] = (bucket[r + 1] ?? 0) + (bucket[r] ?? 0);
  const next = bucket.slice();
  const keys = new Float64Array(count);
  for (let k = 0; k < count; k++) {
    const r = triples.relation[k] ?? 0;
    const place = next[r] ?? 0;
    keys[place] = (triples.subject[k] ?? 0) * nodes + (triples.object[k] ?? 0);
    next[r] = place + 1;
  }
  const relationStart = new Uint32Array(relations + 1);
  const subject = new Uint32Array(count);
  const object = new Uint32Array(count);
  let at = 0;
  for (let r = 0; r < relations; r++) {
    let last = -1;
    for (const key of keys.subarray(bucket[r], bucket[r + 1]).sort()) {
      if (key === last) continue;
      last = key;
      subject[at] = Math.floor(key / nodes);
      object[at++] = key % nodes;
    }
    relationStart[r + 1] = at;
  }
  return { relationStart, subject: subject.slice(0, at), object: object.slice(0, at) };
}

/** Undoes the sorting of {@link sortTriples}: the relation of each edge becomes a column again. */
export function columnsOf({ relationStart, subject, object }: EdgeColumns): TripleColumns {
  const relation = new Uint32Array(subject.length);
  for (let r = 0; r + 1 < relationStart.length; r++) relation.fill(r, relationStart[r], relationStart[r + 1]);
  return { relation, subject, object };
}
