import { startsOf } from './varint';

/** A node of the trie; 0 is the root (the empty name). */
export type NameNode = number;

/** What a {@link NameTrie} is made from; nodes are numbered breadth first, so that the children of a node stand side by side and need no pointers. */
export interface NameTrieParts {
  /** Word on the edge to each node but the root, less the word of the sibling before it: siblings are sorted by word. */
  readonly wordDifferences: Uint32Array;
  /** Children and postings of each node; no postings where no name ends. */
  readonly childCounts: Uint32Array;
  readonly postingCounts: Uint32Array;
  /** Entity of each posting; most-linked first within a name. */
  readonly entity: Uint32Array;
  /** Which name of the entity it is; see `build.ts`. */
  readonly ordinal: Uint16Array;
}

/** All names as a trie over words, with the inverted index from words to names. */
export class NameTrie {
  /** Word on the edge that leads to each node (0 for the root). */
  readonly word: Uint32Array;
  readonly parent: Uint32Array;
  /** Postings of node n: `postingStart[n] … postingStart[n + 1]`. */
  readonly postingStart: Uint32Array;
  readonly entity: Uint32Array;
  readonly ordinal: Uint16Array;
  /** Names that contain word w: `containStart[w] … containStart[w + 1]` of `contain`, each once. */
  readonly containStart: Uint32Array;
  readonly #childStart: Uint32Array;
  readonly #repeated: Uint8Array;
  // Only the back-off for longer and similar names needs these: they are made when it is first used, and opening need not wait for them.
  #contain: Uint32Array | undefined;
  #total: Float32Array | undefined;

  /** @param vocabularySize number of distinct words */
  constructor(parts: NameTrieParts, vocabularySize: number) {
    this.entity = parts.entity;
    this.ordinal = parts.ordinal;
    this.postingStart = startsOf(parts.postingCounts);
    const { childCounts, wordDifferences } = parts;
    const nodes = childCounts.length;
    const childStart = new Uint32Array(nodes + 1);
    const words = new Uint32Array(nodes);
    const parent = new Uint32Array(nodes);
    // Node 0 is nobody's child; the children of node n begin after all nodes counted before.
    let child = 1;
    for (let node = 0; node < nodes; node++) {
      childStart[node] = child;
      let word = 0;
      for (let left = childCounts[node] ?? 0; left > 0; left--, child++) {
        word += wordDifferences[child - 1] ?? 0;
        words[child] = word;
        parent[child] = node;
      }
    }
    childStart[nodes] = child;
    this.#childStart = childStart;
    this.word = words;
    this.parent = parent;
    this.#repeated = repetitions(words, parent);
    this.containStart = startsOf(holders(words, parent, this.postingStart, this.#repeated, vocabularySize));
  }

  /** Names that contain a word; see {@link containStart}. */
  get contain(): Uint32Array {
    return (this.#contain ??= this.#invert());
  }

  /** Sum of the weights of the words that lead to each node. */
  get total(): Float32Array {
    return (this.#total ??= this.#totals());
  }

  /** How much a word says: its inverse document frequency among names (Spärck Jones 1972). An unknown word weighs like one that a single name holds. */
  weight(word: number): number {
    return Math.log(this.parent.length / Math.max(1, word < 0 ? 1 : this.frequency(word)));
  }

  /** The node that a word leads to, or −1. */
  child(node: NameNode, word: number): NameNode {
    let low = this.#childStart[node] ?? 0;
    let high = this.#childStart[node + 1] ?? 0;
    const end = high;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.word[middle] ?? 0) < word) low = middle + 1;
      else high = middle;
    }
    return low < end && this.word[low] === word ? low : -1;
  }

  /** Number of entities that bear the name which ends here; 0 where none ends. */
  sharers(node: NameNode): number {
    return (this.postingStart[node + 1] ?? 0) - (this.postingStart[node] ?? 0);
  }

  /** Number of names that contain a word. */
  frequency(word: number): number {
    return (this.containStart[word + 1] ?? 0) - (this.containStart[word] ?? 0);
  }

  /** Whether the name that ends at a node has a word. */
  holds(node: NameNode, word: number): boolean {
    let at = node;
    while (at !== 0 && this.word[at] !== word) at = this.parent[at] ?? 0;
    return at !== 0;
  }

  /** The words of the name that ends at a node. */
  words(node: NameNode): number[] {
    const words: number[] = [];
    for (let at = node; at !== 0; at = this.parent[at] ?? 0) words.push(this.word[at] ?? 0);
    return words.reverse();
  }

  /** The inverted index: fills the lists of names whose places {@link containStart} gives. */
  #invert(): Uint32Array {
    const { word: words, parent, postingStart, containStart } = this;
    const contain = new Uint32Array(containStart.at(-1) ?? 0);
    const next = containStart.slice();
    for (let name = 1; name < words.length; name++) {
      if (postingStart[name + 1] === postingStart[name]) continue;
      for (let at = name; at !== 0; at = parent[at] ?? 0) {
        if (this.#repeated[at] !== 0) continue;
        const word = words[at] ?? 0;
        const place = next[word] ?? 0;
        contain[place] = name;
        next[word] = place + 1;
      }
    }
    return contain;
  }

  #totals(): Float32Array {
    const weights = new Float32Array(this.containStart.length - 1);
    for (let word = 0; word < weights.length; word++) weights[word] = this.weight(word);
    const { parent, word: words } = this;
    const total = new Float32Array(parent.length);
    for (let node = 1; node < total.length; node++) total[node] = (total[parent[node] ?? 0] ?? 0) + (weights[words[node] ?? 0] ?? 0);
    return total;
  }
}

/**
 * How many names contain each word, each name once. A node stands for all names that go on from it, so the counts are sums over subtrees, which breadth-first
 * numbers give in one pass backwards.
 */
function holders(words: Uint32Array, parent: Uint32Array, postingStart: Uint32Array, repeated: Uint8Array, vocabularySize: number): Uint32Array {
  const counts = new Uint32Array(vocabularySize);
  const below = new Uint32Array(words.length);
  for (let node = words.length - 1; node > 0; node--) {
    const names = (below[node] ?? 0) + (postingStart[node + 1] === postingStart[node] ? 0 : 1);
    const above = parent[node] ?? 0;
    below[above] = (below[above] ?? 0) + names;
    const word = words[node] ?? 0;
    if (repeated[node] === 0) counts[word] = (counts[word] ?? 0) + names;
  }
  return counts;
}

/** 1 for each node whose word stands in the name before it too ("new york new york"). */
function repetitions(words: Uint32Array, parent: Uint32Array): Uint8Array {
  const repeated = new Uint8Array(words.length);
  for (let node = 1; node < words.length; node++) {
    const word = words[node];
    let at = parent[node] ?? 0;
    while (at !== 0 && words[at] !== word) at = parent[at] ?? 0;
    if (at !== 0) repeated[node] = 1;
  }
  return repeated;
}
