/** Longest word, in bytes of UTF-8, that a vocabulary looks up; longer words are unknown. */
const LONGEST = 255;

/**
 * The distinct words of all names, sorted by their UTF-8 bytes, in one blob: `offsets[id] … offsets[id + 1]` are the bytes of word `id`.
 */
export class Vocabulary {
  private readonly query = new Uint8Array(LONGEST * 3);
  private readonly encoder = new TextEncoder();
  private readonly decoder = new TextDecoder();

  /** @param blob the words' bytes one after another; @param offsets size + 1 ascending offsets into it */
  constructor(
    readonly blob: Uint8Array,
    readonly offsets: Uint32Array,
  ) {}

  get size(): number {
    return this.offsets.length - 1;
  }

  /** The id of a normalised word, or −1 when no name holds it. */
  idOf(word: string): number {
    if (word.length > LONGEST) return -1;
    const length = this.encoder.encodeInto(word, this.query).written;
    const at = this.lowerBound(this.query, length);
    return at < this.size && this.lengthOf(at) === length && this.compare(at, this.query, length) === 0 ? at : -1;
  }

  /** The word of an id. */
  wordOf(id: number): string {
    // A copy, because TextDecoder does not read shared memory.
    return this.decoder.decode(this.blob.slice(this.offsets[id], this.offsets[id + 1]));
  }

  /** Bytes of a word. */
  lengthOf(id: number): number {
    return (this.offsets[id + 1] ?? 0) - (this.offsets[id] ?? 0);
  }

  /** The first id whose word is not below the given bytes. */
  lowerBound(bytes: Uint8Array, length: number): number {
    let low = 0;
    let high = this.size;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.compare(middle, bytes, length) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  private compare(id: number, bytes: Uint8Array, length: number): number {
    const start = this.offsets[id] ?? 0;
    const size = this.lengthOf(id);
    const common = Math.min(size, length);
    for (let k = 0; k < common; k++) {
      const difference = (this.blob[start + k] ?? 0) - (bytes[k] ?? 0);
      if (difference !== 0) return difference;
    }
    return size - length;
  }
}
