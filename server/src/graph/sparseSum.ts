import type { Node } from './knowledgeGraph';

/**
 * Sums by node with a dense array and the list of places in use (Gilbert, Moler & Schreiber 1992): adding costs no hashing, emptying only what was touched.
 * Made once for a graph and used for every hop.
 */
export class SparseSum {
  readonly #value: Float64Array;
  readonly #touched: Uint32Array;
  #size = 0;

  constructor(nodeCount: number) {
    this.#value = new Float64Array(nodeCount);
    this.#touched = new Uint32Array(nodeCount);
  }

  /** Number of nodes with a sum. */
  get size(): number {
    return this.#size;
  }

  /** @param amount greater than zero */
  add(node: Node, amount: number): void {
    const before = this.#value[node] ?? 0;
    if (before === 0) this.#touched[this.#size++] = node;
    this.#value[node] = before + amount;
  }

  /** The `most` greatest sums (of equal ones those of smaller nodes), nodes rising. Leaves the sums empty. */
  take(most: number): { readonly nodes: Uint32Array; readonly scores: Float64Array } {
    const value = this.#value;
    let nodes = this.#touched.slice(0, this.#size);
    if (nodes.length > most) nodes = nodes.sort((a, b) => (value[b] ?? 0) - (value[a] ?? 0) || a - b).slice(0, most);
    nodes.sort();
    const scores = Float64Array.from(nodes, (node) => value[node] ?? 0);
    for (let k = 0; k < this.#size; k++) value[this.#touched[k] ?? 0] = 0;
    this.#size = 0;
    return { nodes, scores };
  }
}
