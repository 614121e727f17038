/** Programs as they are listed (programs.ts): candidate, relations by hop, raw score. */
export interface Listing {
  readonly candidate: Int32Array;
  readonly relations: readonly [Uint16Array, Uint16Array, Uint16Array];
  readonly score: Float64Array;
}

/**
 * Arrays of one cell a node or relation, kept between questions: a stamp says whether a cell belongs to the question at hand, so that nothing is cleared
 * and nothing is allocated on the hot path.
 */
export class Scratch {
  readonly stamp: Int32Array;
  readonly cell: Int32Array;
  readonly relationStamp: Int32Array;
  #mark = 0;
  #listing: Listing | undefined;

  constructor(nodeCount: number, directedCount: number) {
    this.stamp = new Int32Array(nodeCount);
    this.cell = new Int32Array(nodeCount);
    this.relationStamp = new Int32Array(directedCount);
  }

  /** A mark that no cell bears yet. */
  next(): number {
    if (this.#mark === 0x7fffffff) {
      this.stamp.fill(0);
      this.relationStamp.fill(0);
      this.#mark = 0;
    }
    return ++this.#mark;
  }

  /** Room for so many programs, of which a question lists a tenth: what was listed is copied out before the next list begins. */
  listing(capacity: number): Listing {
    if (this.#listing === undefined || this.#listing.score.length < capacity) {
      const relation = (): Uint16Array => new Uint16Array(capacity);
      this.#listing = { candidate: new Int32Array(capacity), relations: [relation(), relation(), relation()], score: new Float64Array(capacity) };
    }
    return this.#listing;
  }
}
