import type { Word } from '../../protocol';
import { normaliseWord } from './normalise';
import type { Spelling } from './spelling';
import { FUNCTION_WORDS } from './stopWords';
import { variantsOf } from './variants';
import type { Vocabulary } from './vocabulary';

/** How sure a step of a reading is; a reading is as sure as its least sure step. */
export const EXACT = 0;
export const VARIANT = 1;
export const TYPO = 2;
export type Sureness = typeof EXACT | typeof VARIANT | typeof TYPO;

/** One way to read some words of a question as words of a name. */
export interface Step {
  /** Position after the words read. */
  readonly to: number;
  /** The name's words: one, or two where a word was split. */
  readonly first: number;
  readonly second: number;
  readonly sureness: Sureness;
}

/** Every reading of a question's words, position by position. */
export interface Lattice {
  /** Normalised words; empty for punctuation. */
  readonly normalised: readonly string[];
  /** The words as they stand. */
  readonly texts: readonly string[];
  readonly steps: readonly Step[][];
  /** The vocabulary's id of each word, or −1. */
  readonly ids: Int32Array;
}

const LETTERS_JOINED = 5;
/** Written without their apostrophe: "its all relative" is "It's All Relative". */
const CONTRACTED = new Set(['its', 'lets', 'thats', 'whats', 'whos', 'hes', 'shes', 'heres', 'theres']);

/** What words are read against. */
export interface WordSource {
  readonly vocabulary: Vocabulary;
  readonly spelling: Spelling;
}

/** Reads a question's words against the vocabulary: as they stand, in another form, joined and split. */
export function buildLattice(lexicon: WordSource, words: readonly Word[]): Lattice {
  const texts = words.map(word => word.text);
  const normalised = texts.map(normaliseWord);
  const ids = Int32Array.from(normalised, (word, at) => lexicon.vocabulary.idOf(word === '' ? (texts[at] ?? '') : word));
  const steps = normalised.map((word, at) => {
    const found: Step[] = [];
    const add = (to: number, first: number, second: number, sureness: Sureness): void => {
      if (first >= 0) found.push({ to, first, second, sureness });
    };
    add(at + 1, ids[at] ?? -1, -1, EXACT);
    if (word === '') return found;
    for (const other of variantsOf(word)) add(at + 1, lexicon.vocabulary.idOf(other), -1, VARIANT);
    joinNext(lexicon, normalised, at, add);
    splitWord(lexicon, word, at, ids[at] ?? -1, add);
    return found;
  });
  return { normalised, texts, steps, ids };
}

/**
 * Adds the readings with one typing error.
 *
 * @param positions the words to look at
 * @returns whether any was added
 */
export function addTypos(lexicon: WordSource, lattice: Lattice, positions: readonly number[]): boolean {
  let added = false;
  for (const at of positions) {
    for (const first of lexicon.spelling.neighbours(lattice.normalised[at] ?? '')) {
      lattice.steps[at]?.push({ to: at + 1, first, second: -1, sureness: TYPO });
      added = true;
    }
  }
  return added;
}

type Add = (to: number, first: number, second: number, sureness: Sureness) => void;

/** "star wars" → "starwars", "spider-man" → "spiderman", "u.s." → "us". */
function joinNext(lexicon: WordSource, normalised: readonly string[], at: number, add: Add): void {
  let joined = normalised[at] ?? '';
  let parts = 1;
  for (let next = at + 1; next < normalised.length; next++) {
    const word = normalised[next] ?? '';
    if (word === '') {
      if (normalised[next - 1] === '') return;
      continue;
    }
    joined += word;
    parts++;
    const letters = joined.length === parts;
    if (!letters && parts > 2) return;
    if (letters && parts > LETTERS_JOINED) return;
    add(next + 1, lexicon.vocabulary.idOf(joined), -1, VARIANT);
  }
}

/** "obrien" → "o brien", "jk" → "j k", "schindlers" → "schindler s". */
function splitWord(lexicon: WordSource, word: string, at: number, known: number, add: Add): void {
  if (CONTRACTED.has(word)) {
    add(at + 1, lexicon.vocabulary.idOf(word.slice(0, -1)), lexicon.vocabulary.idOf('s'), VARIANT);
    return;
  }
  if (word.length < 2 || word.length > 24 || FUNCTION_WORDS.has(word)) return;
  // A word that names hold is split only where a letter stands off: anything else is chance.
  const cuts = known < 0 ? Array.from({ length: word.length - 1 }, (_, k) => k + 1) : [...new Set([1, word.length - 1])];
  for (const cut of cuts) {
    const first = lexicon.vocabulary.idOf(word.slice(0, cut));
    if (first < 0) continue;
    const second = lexicon.vocabulary.idOf(word.slice(cut));
    if (second >= 0) add(at + 1, first, second, VARIANT);
  }
}
