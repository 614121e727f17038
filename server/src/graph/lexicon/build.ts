import { acronyms } from './acronyms';
import { compareBytes, compareWords, concatenate } from './bytes';
import type { NamedEntity } from './namedEntity';
import { nameWords } from './normalise';
import { reversedOrder } from './spelling';
import { encodeVarints } from './varint';

/** A posting says by which of an entity's names it is there: `4·(0 the label, k the k-th alias) + 2·(derived, not stated) + (holds a capital)`. */
export const CAPITAL = 1;
export const DERIVED = 2;
const INDEX = 4;
const LARGEST_INDEX = 0x3fff;

const INNER_MARK = /(?<=\p{L})['’‘\-‐](?=\p{L}\p{L})/u;
const INNER_MARKS = new RegExp(INNER_MARK, 'gu');

interface NameEntry {
  readonly words: readonly string[];
  readonly postings: { readonly entity: number; readonly ordinal: number }[];
}

/** 0 … 255 for log2(1 + degree) / 16: how the lexicon keeps a degree. */
export function degreeByte(degree: number): number {
  return Math.min(255, Math.round((255 * Math.log2(1 + degree)) / 16));
}

/**
 * Compiles names into the sections of the lexicon: a vocabulary and a trie over words with postings.
 *
 * @param entities all entities in node order; blank names are left out
 * @returns bytes by section name, each name prefixed `lexicon/`; little-endian where wider than a byte
 */
export function buildLexicon(entities: readonly NamedEntity[]): Map<string, Uint8Array> {
  const names = collect(entities);
  const encoder = new TextEncoder();
  const words = [...new Set(names.flatMap(name => name.words))].map(word => ({ word, bytes: encoder.encode(word) })).sort((a, b) => compareBytes(a.bytes, b.bytes));
  const idOf = new Map(words.map(({ word }, id) => [word, id]));
  const sorted = names.map(name => ({ ...name, key: Uint32Array.from(name.words, word => idOf.get(word) ?? 0) })).sort((a, b) => compareWords(a.key, b.key));

  const trieWord: number[] = [];
  const childCount: number[] = [];
  const postingCount: number[] = [];
  const entity: number[] = [];
  const ordinal: number[] = [];
  // Breadth first: each queued range of the sorted names shares its first `depth` words.
  const queue: (readonly [low: number, high: number, depth: number])[] = [[0, sorted.length, 0]];
  for (const [low, high, depth] of queue) {
    const before = queue.length;
    const ends = low < high && sorted[low]?.key.length === depth;
    const postings = ends ? byDegree(sorted[low]?.postings ?? [], entities) : [];
    for (const posting of postings) {
      entity.push(posting.entity);
      ordinal.push(posting.ordinal);
    }
    let previous = 0;
    for (let at = ends ? low + 1 : low; at < high; ) {
      const next = sorted[at]?.key[depth] ?? 0;
      const from = at;
      while (at < high && sorted[at]?.key[depth] === next) at++;
      trieWord.push(next - previous);
      previous = next;
      queue.push([from, at, depth + 1]);
    }
    childCount.push(queue.length - before);
    postingCount.push(postings.length);
  }
  const bytes = words.map(word => word.bytes);
  return new Map<string, Uint8Array>([
    ['lexicon/words', concatenate(bytes)],
    ['lexicon/wordLengths', encodeVarints(bytes.map(word => word.length))],
    ['lexicon/wordsReversed', bytesOf(reversedOrder(bytes))],
    ['lexicon/trieWords', encodeVarints(trieWord)],
    ['lexicon/trieChildren', encodeVarints(childCount)],
    ['lexicon/triePostings', encodeVarints(postingCount)],
    ['lexicon/postingEntity', bytesOf(Uint32Array.from(entity))],
    ['lexicon/postingName', bytesOf(Uint16Array.from(ordinal))],
    ['lexicon/degree', Uint8Array.from(entities, e => degreeByte(e.degree))],
  ]);
}

/** Distinct normalised names, each with its entities and the first of their names that has this form; then what is derived from them. */
function collect(entities: readonly NamedEntity[]): NameEntry[] {
  const names = new Map<string, NameEntry>();
  const add = (words: readonly string[], entity: number, ordinal: number): void => {
    if (words.length === 0) return;
    const key = words.join(' ');
    const entry = names.get(key);
    if (entry === undefined) names.set(key, { words, postings: [{ entity, ordinal }] });
    // Entities come in order, so a name that this entity has already had is the last one; the derived ones come after.
    else if (entry.postings.at(-1)?.entity !== entity && !((ordinal & DERIVED) !== 0 && entry.postings.some(posting => posting.entity === entity))) entry.postings.push({ entity, ordinal });
  };
  const joined: (readonly [words: readonly string[], node: number, ordinal: number])[] = [];
  entities.forEach((entity, node) => {
    [entity.label, ...entity.aliases].forEach((name, index) => {
      const ordinal = INDEX * Math.min(index, LARGEST_INDEX) + (/\p{Lu}/u.test(name) ? CAPITAL : 0);
      add(nameWords(name), node, ordinal);
      // "D'Souza" and "Spider-Man" are written "dsouza" and "spiderman" too.
      if (INNER_MARK.test(name)) joined.push([nameWords(name.replace(INNER_MARKS, '')), node, ordinal + DERIVED]);
    });
  });
  for (const [words, node, ordinal] of joined) add(words, node, ordinal);
  for (const [acronym, nodes] of acronyms(entities)) for (const node of nodes) add([acronym], node, DERIVED + CAPITAL);
  return [...names.values()];
}

function byDegree(postings: NameEntry['postings'], entities: readonly NamedEntity[]): NameEntry['postings'] {
  const degree = (entity: number): number => entities[entity]?.degree ?? 0;
  return postings.toSorted((a, b) => degree(b.entity) - degree(a.entity) || a.entity - b.entity);
}

function bytesOf(array: Uint32Array | Uint16Array): Uint8Array {
  return new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
}
