import type { Vocabulary } from './vocabulary';

/** Shorter words have too many neighbours to say anything. */
const SHORTEST = 4;
const REMEMBERED = 4096;
const LOWER = /^[a-z]+$/;

/** Word ids in the order of their reversed bytes: the words with a common ending stand together. */
export function reversedOrder(words: readonly Uint8Array[]): Uint32Array {
  return Uint32Array.from(words.keys()).sort((a, b) => {
    const one = words[a] ?? new Uint8Array();
    const two = words[b] ?? new Uint8Array();
    const length = Math.min(one.length, two.length);
    for (let k = 1; k <= length; k++) {
      const difference = (one[one.length - k] ?? 0) - (two[two.length - k] ?? 0);
      if (difference !== 0) return difference;
    }
    return one.length - two.length;
  });
}

/**
 * Known words one edit away (a letter inserted, left out or replaced, or two neighbours exchanged: Damerau 1964).
 *
 * One edit leaves either the first or the last half of a word as it was, so only the words that share a half are looked at. (Of four letters, an exchange
 * of the middle two is not found: a half would be a single letter.)
 */
export class Spelling {
  /** Answers for the words asked last: each is asked for twice in a question, and questions of a file share their words. */
  readonly #recent = new Map<string, readonly number[]>();

  constructor(
    private readonly vocabulary: Vocabulary,
    private readonly reversed: Uint32Array,
  ) {}

  /** Ids of the words one edit away from a normalised word; none for words that are short or not plain Latin letters. */
  neighbours(word: string): readonly number[] {
    const length = word.length;
    if (length < SHORTEST || !LOWER.test(word)) return [];
    const bytes = Uint8Array.from(word, letter => letter.charCodeAt(0));
    const known = this.#recent.get(word);
    if (known !== undefined) return known;
    const head = length === SHORTEST ? 2 : (length - 1) >>> 1;
    const tail = length === SHORTEST ? 2 : length - 1 - head;
    const found = new Set<number>();
    const consider = (id: number): void => {
      const size = this.vocabulary.lengthOf(id);
      if (Math.abs(size - length) <= 1 && this.oneEdit(id, size, bytes)) found.add(id);
    };
    for (let id = this.vocabulary.lowerBound(bytes, head), end = this.prefixEnd(bytes, head); id < end; id++) consider(id);
    const [from, to] = this.suffixRange(bytes, tail);
    for (let at = from; at < to; at++) consider(this.reversed[at] ?? 0);
    if (this.#recent.size >= REMEMBERED) this.#recent.clear();
    const all = [...found];
    this.#recent.set(word, all);
    return all;
  }

  private prefixEnd(bytes: Uint8Array, length: number): number {
    const above = bytes.slice(0, length);
    above[length - 1] = (above[length - 1] ?? 0) + 1;
    return this.vocabulary.lowerBound(above, length);
  }

  private suffixRange(bytes: Uint8Array, length: number): [number, number] {
    const bound = (after: boolean): number => {
      let low = 0;
      let high = this.reversed.length;
      while (low < high) {
        const middle = (low + high) >>> 1;
        const order = this.compareEnding(this.reversed[middle] ?? 0, bytes, length);
        if (order < 0 || (after && order === 0)) low = middle + 1;
        else high = middle;
      }
      return low;
    };
    return [bound(false), bound(true)];
  }

  /** Compares a word's ending with the last `length` bytes, from the back; 0 when it ends with them. */
  private compareEnding(id: number, bytes: Uint8Array, length: number): number {
    const { blob, offsets } = this.vocabulary;
    const start = offsets[id] ?? 0;
    const end = offsets[id + 1] ?? 0;
    for (let k = 1; k <= length; k++) {
      if (end - k < start) return -1;
      const difference = (blob[end - k] ?? 0) - (bytes[bytes.length - k] ?? 0);
      if (difference !== 0) return difference;
    }
    return 0;
  }

  private oneEdit(id: number, size: number, bytes: Uint8Array): boolean {
    const { blob, offsets } = this.vocabulary;
    const start = offsets[id] ?? 0;
    const at = (k: number): number => blob[start + k] ?? 0;
    let head = 0;
    while (head < size && head < bytes.length && at(head) === bytes[head]) head++;
    let tail = 0;
    while (tail < size - head && tail < bytes.length - head && at(size - 1 - tail) === bytes[bytes.length - 1 - tail]) tail++;
    const left = size - head - tail;
    const right = bytes.length - head - tail;
    if (left + right === 0) return false;
    if (left <= 1 && right <= 1) return true;
    return left === 2 && right === 2 && at(head) === bytes[head + 1] && at(head + 1) === bytes[head];
  }
}
