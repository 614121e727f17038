/**
 * Arrays of one cell a node or relation, kept between questions: a stamp says whether a cell belongs to the question at hand, so that nothing is cleared
 * and nothing is allocated on the hot path.
 */
export class Scratch {
  readonly stamp: Int32Array;
  readonly cell: Int32Array;
  readonly relationStamp: Int32Array;
  #mark = 0;

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
}
