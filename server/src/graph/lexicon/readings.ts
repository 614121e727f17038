import type { Lexicon } from './lexicon';
import { EXACT, TYPO, VARIANT, type Lattice, type Sureness } from './lattice';
import type { NameNode } from './nameTrie';
import { FUNCTION_WORDS, QUESTION_WORDS } from './stopWords';

/** A name that some words of the question can be read as. */
export interface Reading {
  readonly first: number;
  /** Exclusive. */
  readonly last: number;
  readonly name: NameNode;
  readonly sureness: Sureness;
}

const MOST_VARIANTS = 2;
const LONGEST_SPAN = 16;

/** A word that may be a given name: of letters, neither grammar nor a word that asks. */
function isGivenName(word = ''): boolean {
  return /^\p{L}{3,}$/u.test(word) && !FUNCTION_WORDS.has(word) && !QUESTION_WORDS.has(word);
}

/**
 * Finds every name that the question's words can be read as, by walking the trie of names along the lattice from each position.
 *
 * Punctuation inside a name is passed over freely; a missing or an extra "the", a possessive s that only the name has, and a middle initial that only one side
 * has count as a variant.
 */
export function findReadings(lexicon: Lexicon, lattice: Lattice): Reading[] {
  const { names, initials } = lexicon;
  const { steps, normalised } = lattice;
  const articles = ['the', 'a', 'an'].map(word => lexicon.vocabulary.idOf(word));
  const the = articles[0] ?? -1;
  const possessive = lexicon.vocabulary.idOf('s');
  const found: Reading[] = [];
  let start = 0;

  const child = (node: NameNode, word: number): NameNode => (word < 0 ? -1 : names.child(node, word));
  const record = (last: number, name: NameNode, sureness: Sureness): void => {
    if (names.sharers(name) > 0) found.push({ first: start, last, name, sureness });
    const owner = child(name, possessive);
    if (owner >= 0 && names.sharers(owner) > 0 && normalised[last] !== 's') found.push({ first: start, last, name: owner, sureness: sureness === TYPO ? TYPO : VARIANT });
  };
  const walk = (at: number, node: NameNode, sureness: Sureness, changes: number): void => {
    if (at - start >= LONGEST_SPAN) return;
    for (const step of steps[at] ?? []) {
      if (step.sureness !== EXACT && changes >= MOST_VARIANTS) continue;
      if (step.sureness === TYPO && sureness === TYPO) continue;
      let next = child(node, step.first);
      if (next >= 0 && step.second >= 0) next = child(next, step.second);
      if (next < 0) continue;
      const worst = step.sureness > sureness ? step.sureness : sureness;
      record(step.to, next, worst);
      pass(step.to, next, worst, changes + (step.sureness === EXACT ? 0 : 1));
    }
  };
  /** Goes on inside a name: over punctuation, over an article that only one side has. */
  const pass = (at: number, node: NameNode, sureness: Sureness, changes: number): void => {
    if (at >= normalised.length) return;
    walk(at, node, sureness, changes);
    if (normalised[at] === '') pass(at + 1, node, sureness, changes);
    if (changes >= MOST_VARIANTS) return;
    const worst = sureness === TYPO ? TYPO : VARIANT;
    const article = child(node, the);
    if (article >= 0 && normalised[at] !== 'the') walk(at, article, worst, changes + 1);
    // "pedro sanchez" may be Pedro A. Sanchez: an initial after the first name.
    if (at === start + 1 && sureness === EXACT && isGivenName(normalised[start])) {
      for (const initial of initials) {
        const middle = child(node, initial);
        if (middle >= 0 && initial !== steps[at]?.[0]?.first) walk(at, middle, worst, changes + 1);
      }
    }
    // An article, a possessive s or a middle initial that only the question has.
    const word = normalised[at] ?? '';
    if (word === 'the' || /^[a-z]$/.test(word)) pass(at + 1, node, worst, changes + 1);
  };
  for (start = 0; start < normalised.length; start++) {
    walk(start, 0, EXACT, 0);
    for (const article of articles) {
      const node = child(0, article);
      if (node >= 0) walk(start, node, VARIANT, 1);
    }
  }
  return found;
}
