import { nameWords } from './normalise';
import { reversedOrder } from './spelling';

/** What the lexicon needs of an entity; its index in the array is its node. */
export interface NamedEntity {
  readonly label: string;
  readonly aliases: readonly string[];
  readonly degree: number;
}

interface NameEntry {
  readonly words: readonly string[];
  readonly entities: number[];
  readonly ordinals: number[];
}

const LARGEST_ORDINAL = 0x7fff;

/** 0 … 255 for log2(1 + degree) / 16: how the lexicon keeps a degree. */
export function degreeByte(degree: number): number {
  return Math.min(255, Math.round((255 * Math.log2(1 + degree)) / 16));
}

/**
 * Compiles names into the sections of the lexicon: a vocabulary, a trie over words with postings, and the inverted index.
 *
 * @param entities all entities in node order; blank names are left out
 * @returns bytes by section name, each name prefixed `lexicon/`; little-endian where wider than a byte
 */
export function buildLexicon(entities: readonly NamedEntity[]): Map<string, Uint8Array> {
  const names = collect(entities);
  const vocabulary = [...new Set(names.flatMap(name => name.words))].map(encode).sort(compareBytes);
  const idOf = new Map(vocabulary.map((bytes, id) => [decode(bytes), id]));
  const keys = names.map(name => Uint32Array.from(name.words, word => idOf.get(word) ?? 0));
  const order = keys.map((_, at) => at).sort((a, b) => compareWords(keys[a], keys[b]));

  const word: number[] = [0];
  const childStart: number[] = [];
  const postingStart: number[] = [];
  const entity: number[] = [];
  const ordinal: number[] = [];
  const ends: { readonly node: number; readonly key: Uint32Array }[] = [];
  // Breadth first: each queued range of the sorted names shares its first `depth` words.
  const queue: (readonly [low: number, high: number, depth: number])[] = [[0, order.length, 0]];
  for (const [node, [low, high, depth]] of queue.entries()) {
    childStart.push(queue.length);
    postingStart.push(entity.length);
    for (let at = low; at < high; ) {
      const key = keys[order[at] ?? 0] ?? new Uint32Array();
      if (key.length === depth) {
        const name = names[order[at] ?? 0];
        ends.push({ node, key });
        for (const k of byDegree(name, entities)) {
          entity.push(name?.entities[k] ?? 0);
          ordinal.push(name?.ordinals[k] ?? 0);
        }
        at++;
        continue;
      }
      const next = key[depth] ?? 0;
      const from = at;
      while (at < high && keys[order[at] ?? 0]?.[depth] === next) at++;
      word.push(next);
      queue.push([from, at, depth + 1]);
    }
  }
  childStart.push(queue.length);
  postingStart.push(entity.length);

  const { containStart, contain } = invert(ends, vocabulary.length);
  const offsets = new Uint32Array(vocabulary.length + 1);
  vocabulary.forEach((bytes, id) => (offsets[id + 1] = (offsets[id] ?? 0) + bytes.length));
  return new Map<string, Uint8Array>([
    ['lexicon/words', concatenate(vocabulary)],
    ['lexicon/wordOffsets', bytesOf(offsets)],
    ['lexicon/wordsReversed', bytesOf(reversedOrder(vocabulary))],
    ['lexicon/trieWord', bytesOf(Uint32Array.from(word))],
    ['lexicon/trieChildren', bytesOf(Uint32Array.from(childStart))],
    ['lexicon/triePostings', bytesOf(Uint32Array.from(postingStart))],
    ['lexicon/postingEntity', bytesOf(Uint32Array.from(entity))],
    ['lexicon/postingName', bytesOf(Uint16Array.from(ordinal))],
    ['lexicon/containStart', bytesOf(containStart)],
    ['lexicon/contain', bytesOf(contain)],
    ['lexicon/degree', Uint8Array.from(entities, e => degreeByte(e.degree))],
  ]);
}

/** Distinct normalised names, each with its entities and the first of their names that has this form. */
function collect(entities: readonly NamedEntity[]): NameEntry[] {
  const names = new Map<string, NameEntry>();
  entities.forEach((entity, node) => {
    [entity.label, ...entity.aliases].forEach((name, index) => {
      const words = nameWords(name);
      if (words.length === 0) return;
      const key = words.join(' ');
      let entry = names.get(key);
      if (entry === undefined) names.set(key, (entry = { words, entities: [], ordinals: [] }));
      if (entry.entities.at(-1) === node) return;
      entry.entities.push(node);
      entry.ordinals.push(2 * Math.min(index, LARGEST_ORDINAL) + (/\p{Lu}/u.test(name) ? 1 : 0));
    });
  });
  return [...names.values()];
}

function byDegree(name: NameEntry | undefined, entities: readonly NamedEntity[]): number[] {
  const degree = (k: number): number => entities[name?.entities[k] ?? 0]?.degree ?? 0;
  return [...(name?.entities.keys() ?? [])].sort((a, b) => degree(b) - degree(a) || a - b);
}

function invert(ends: readonly { readonly node: number; readonly key: Uint32Array }[], words: number): { containStart: Uint32Array; contain: Uint32Array } {
  const containStart = new Uint32Array(words + 1);
  for (const { key } of ends) for (const id of new Set(key)) containStart[id + 1] = (containStart[id + 1] ?? 0) + 1;
  for (let id = 0; id < words; id++) containStart[id + 1] = (containStart[id + 1] ?? 0) + (containStart[id] ?? 0);
  const contain = new Uint32Array(containStart[words] ?? 0);
  const next = containStart.slice();
  for (const { node, key } of ends) {
    for (const id of new Set(key)) {
      const at = next[id] ?? 0;
      contain[at] = node;
      next[id] = at + 1;
    }
  }
  return { containStart, contain };
}

const encoder = new TextEncoder();
const decoder = new TextDecoder();
const encode = (word: string): Uint8Array => encoder.encode(word);
const decode = (bytes: Uint8Array): string => decoder.decode(bytes);

function compareWords(a: Uint32Array | undefined, b: Uint32Array | undefined): number {
  const length = Math.min(a?.length ?? 0, b?.length ?? 0);
  for (let k = 0; k < length; k++) {
    const difference = (a?.[k] ?? 0) - (b?.[k] ?? 0);
    if (difference !== 0) return difference;
  }
  return (a?.length ?? 0) - (b?.length ?? 0);
}

function compareBytes(a: Uint8Array, b: Uint8Array): number {
  const length = Math.min(a.length, b.length);
  for (let k = 0; k < length; k++) {
    const difference = (a[k] ?? 0) - (b[k] ?? 0);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}

function concatenate(parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

function bytesOf(array: Uint32Array | Uint16Array): Uint8Array {
  return new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
}
