/** A node of the trie; 0 is the root (the empty name). */
export type NameNode = number;

/** The arrays of a {@link NameTrie}, as the pack holds them. */
export interface NameTrieArrays {
  /** Word on the edge that leads to each node (0 for the root). */
  readonly word: Uint32Array;
  /** Children of node n: `childStart[n] … childStart[n + 1]`, sorted by word. Nodes + 1 entries. */
  readonly childStart: Uint32Array;
  /** Postings of node n: `postingStart[n] … postingStart[n + 1]`; none where no name ends. Nodes + 1 entries. */
  readonly postingStart: Uint32Array;
  /** Entity of each posting; most-linked first within a name. */
  readonly entity: Uint32Array;
  /** Which name of the entity it is: 2·(0 the label, k its k-th alias) + (1 if it is written with a capital). */
  readonly ordinal: Uint16Array;
  /** Names that contain word w: `containStart[w] … containStart[w + 1]` of `contain`. */
  readonly containStart: Uint32Array;
  readonly contain: Uint32Array;
}

/**
 * All names as a trie over words, its nodes numbered breadth first, so that the children of a node stand side by side and need no pointers.
 */
export class NameTrie {
  /** Parent of each node; derived in one pass. */
  readonly parent: Uint32Array;

  constructor(readonly arrays: NameTrieArrays) {
    const { childStart, word } = arrays;
    this.parent = new Uint32Array(word.length);
    for (let node = 0, child = childStart[0] ?? 0; node < word.length; node++) {
      for (const end = childStart[node + 1] ?? 0; child < end; child++) this.parent[child] = node;
    }
  }

  /** The node that a word leads to, or −1. */
  child(node: NameNode, word: number): NameNode {
    const { childStart, word: words } = this.arrays;
    let low = childStart[node] ?? 0;
    let high = childStart[node + 1] ?? 0;
    const end = high;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((words[middle] ?? 0) < word) low = middle + 1;
      else high = middle;
    }
    return low < end && words[low] === word ? low : -1;
  }

  /** Number of entities that bear the name which ends here; 0 where none ends. */
  sharers(node: NameNode): number {
    return (this.arrays.postingStart[node + 1] ?? 0) - (this.arrays.postingStart[node] ?? 0);
  }

  /** Number of names that contain a word. */
  frequency(word: number): number {
    return (this.arrays.containStart[word + 1] ?? 0) - (this.arrays.containStart[word] ?? 0);
  }

  /** The words of the name that ends at a node. */
  words(node: NameNode): number[] {
    const words: number[] = [];
    for (let at = node; at !== 0; at = this.parent[at] ?? 0) words.push(this.arrays.word[at] ?? 0);
    return words.reverse();
  }

  /** The node of a name given by its words, or −1. */
  find(words: readonly number[]): NameNode {
    let node = 0;
    for (const word of words) {
      node = this.child(node, word);
      if (node < 0) return -1;
    }
    return node;
  }
}
