import type { Lattice } from './lattice';
import type { NameNode, NameTrie } from './nameTrie';
import type { Spelling as SpellingIndex } from './spelling';
import { FUNCTION_WORDS, QUESTION_WORDS } from './stopWords';

/** A name that shares words with the question without being there as a whole. */
export interface SimilarName {
  readonly first: number;
  readonly last: number;
  readonly name: NameNode;
  /** Every content word of the span is in the name ("isabella neville"); otherwise it only overlaps. */
  readonly partial: boolean;
  /** Dice coefficient of the words' weights (idf), of name and question: 0 … 1. */
  readonly similarity: number;
}

/** A word in more names than this says too little to search by. */
const COMMON = 8000;
const MOST_SPELLINGS = 6;
const SPELLING_WEIGHT = 0.8;
/** Names kept for a run of words by likeness, and for each of its words by how well known they are. */
const MOST_ALIKE = 10;
const MOST_KNOWN = 6;
const MOST_LONGER = 4;
const PROMINENCE_AMONG_ALIKE = 0.15;
const LIKENESS_AMONG_KNOWN = 0.25;
const WIDEST_GAP = 3;

interface Scored {
  readonly name: NameNode;
  readonly score: number;
}

type Spelling = readonly [word: number, weight: number];

/** What the search looks up. */
export interface NameSource {
  readonly names: NameTrie;
  readonly spelling: SpellingIndex;
  /** How well linked each entity is, as 0 … 255. */
  readonly degree: Uint8Array;
}

/** Searches the inverted index for the names that share the rarest words with what no name explains (a back-off). */
export class SimilarNames {
  /** Σ weight of the words matched so far, by name; all 0 between calls. */
  readonly #matched: Float32Array;

  constructor(private readonly source: NameSource) {
    this.#matched = new Float32Array(source.names.parent.length);
  }

  /**
   * @param seeds positions of the words to search by, ascending
   * @returns the most similar names, run by run of neighbouring seeds
   */
  find(lattice: Lattice, seeds: readonly number[]): SimilarName[] {
    if (seeds.length === 0) return [];
    const spellings = lattice.normalised.map((_, at) => (seeds.includes(at) ? this.#spellings(lattice, at) : this.#itself(lattice, at)));
    return runs(lattice, seeds).flatMap(run => {
      const { names, weight } = this.#search(spellings, run);
      return [...names].flatMap(name => this.#align(lattice, spellings, run, name, weight) ?? []);
    });
  }

  /**
   * Longer names that hold all content words of a span which is a name itself: "new moon" may be short for "The Twilight Saga: New Moon".
   *
   * @returns the best known few
   */
  longer(lattice: Lattice, first: number, last: number): SimilarName[] {
    const { names } = this.source;
    const ids = new Set<number>();
    let weight = 0;
    for (let at = first; at < last; at++) {
      const id = lattice.ids[at] ?? -1;
      if (lattice.normalised[at] === '' || FUNCTION_WORDS.has(lattice.normalised[at] ?? '')) continue;
      if (id < 0) return [];
      ids.add(id);
      weight += names.weight(id);
    }
    const [rarest = -1, ...others] = [...ids].sort((a, b) => names.frequency(a) - names.frequency(b));
    if (rarest < 0 || names.frequency(rarest) > COMMON) return [];
    const best: Scored[] = [];
    for (let k = names.containStart[rarest] ?? 0, end = names.containStart[rarest + 1] ?? 0; k < end; k++) {
      const name = names.contain[k] ?? 0;
      if (others.every(word => names.holds(name, word))) keepBest(best, name, this.#prominence(name), MOST_LONGER);
    }
    return best.map(({ name }) => ({ first, last, name, partial: true, similarity: Math.min(1, (2 * weight) / ((names.total[name] ?? 0) + weight)) }));
  }

  #search(spellings: readonly (readonly Spelling[])[], run: readonly number[]): { names: Set<NameNode>; weight: number } {
    const { names } = this.source;
    const touched: NameNode[] = [];
    const chosen = new Set<NameNode>();
    let weight = 0;
    for (const at of run) {
      const words = spellings[at] ?? [];
      const heaviest = words.reduce((most, [, w]) => Math.max(most, w), words.length === 0 ? names.weight(-1) : 0);
      weight += heaviest;
      const known: Scored[] = [];
      for (const [word, w] of words) {
        const { contain, containStart } = names;
        const from = containStart[word] ?? 0;
        const to = containStart[word + 1] ?? 0;
        if (to - from > COMMON) continue;
        for (let k = from; k < to; k++) {
          const name = contain[k] ?? 0;
          const before = this.#matched[name] ?? 0;
          if (before === 0) touched.push(name);
          this.#matched[name] = before + w;
          keepBest(known, name, this.#prominence(name) + (LIKENESS_AMONG_KNOWN * w) / (names.total[name] ?? 1), MOST_KNOWN);
        }
      }
      // A surname alone means the best-known bearer, while several words mean the name that is most like them.
      for (const { name } of known) chosen.add(name);
    }
    const alike: Scored[] = [];
    for (const name of touched) {
      const likeness = (2 * (this.#matched[name] ?? 0)) / ((names.total[name] ?? 0) + weight);
      this.#matched[name] = 0;
      keepBest(alike, name, likeness + PROMINENCE_AMONG_ALIKE * this.#prominence(name), MOST_ALIKE);
    }
    for (const { name } of alike) chosen.add(name);
    return { names: chosen, weight };
  }

  /** Degree of the most linked bearer, 0 … 1. */
  #prominence(name: NameNode): number {
    const { entity, postingStart } = this.source.names;
    return (this.source.degree[entity[postingStart[name] ?? 0] ?? 0] ?? 0) / 255;
  }

  #itself(lattice: Lattice, at: number): Spelling[] {
    const id = lattice.ids[at] ?? -1;
    return id < 0 ? [] : [[id, this.source.names.weight(id)]];
  }

  /** The vocabulary's words that a question word may stand for, with their weights. */
  #spellings(lattice: Lattice, at: number): Spelling[] {
    const itself = this.#itself(lattice, at);
    if (itself.length > 0) return itself;
    const { names, spelling } = this.source;
    return spelling.neighbours(lattice.normalised[at] ?? '')
      .map((word): Spelling => [word, SPELLING_WEIGHT * names.weight(word)])
      .sort((a, b) => a[1] - b[1])
      .slice(0, MOST_SPELLINGS);
  }

  /** Finds where the name's words stand, from the seeds outwards; grammar at the ends is left out. */
  #align(lattice: Lattice, spellings: readonly (readonly Spelling[])[], run: readonly number[], name: NameNode, weight: number): SimilarName | undefined {
    const { names } = this.source;
    const words = new Set(names.words(name));
    const hit = (at: number): number => spellings[at]?.find(([word]) => words.has(word))?.[1] ?? 0;
    const held = run.filter(at => hit(at) > 0);
    let first = held[0] ?? -1;
    let last = (held.at(-1) ?? -2) + 1;
    if (first < 0) return undefined;
    const grammar = (at: number): boolean => FUNCTION_WORDS.has(lattice.normalised[at] ?? '');
    for (let at = first - 1; at >= 0 && hit(at) > 0; at--) if (!grammar(at)) first = at;
    for (let at = last; at < spellings.length && hit(at) > 0; at++) if (!grammar(at)) last = at + 1;
    let matched = 0;
    let partial = true;
    for (let at = first; at < last; at++) {
      const weighs = hit(at);
      matched += weighs;
      if (weighs === 0 && lattice.normalised[at] !== '' && !grammar(at)) partial = false;
    }
    const similarity = Math.min(1, (2 * matched) / ((names.total[name] ?? 0) + Math.max(weight, matched)));
    return { first, last, name, partial, similarity };
  }
}

/** Seeds that stand together: at most grammar, punctuation and one word that asks between them. */
function runs(lattice: Lattice, seeds: readonly number[]): number[][] {
  const found: number[][] = [];
  for (const at of seeds) {
    const run = found.at(-1);
    const before = run?.at(-1) ?? -1;
    const between = lattice.normalised.slice(before + 1, at).filter(word => word !== '' && !FUNCTION_WORDS.has(word));
    const together = at - before <= WIDEST_GAP && between.length <= 1 && between.every(word => QUESTION_WORDS.has(word));
    if (run !== undefined && together) run.push(at);
    else found.push([at]);
  }
  return found;
}

/** Inserts into a short list kept in falling order of score. */
function keepBest(best: Scored[], name: NameNode, score: number, most: number): void {
  if (best.length === most && (best[most - 1]?.score ?? 0) >= score) return;
  let at = best.length;
  while (at > 0 && (best[at - 1]?.score ?? 0) < score) at--;
  best.splice(at, 0, { name, score });
  if (best.length > most) best.pop();
}
