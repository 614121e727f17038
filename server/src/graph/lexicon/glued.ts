import type { Lexicon } from './lexicon';
import { VARIANT, type Lattice } from './lattice';
import type { NameNode } from './nameTrie';
import type { Reading } from './readings';
import { FUNCTION_WORDS } from './stopWords';

/** What accounts and addresses add to a name: "bonobosofficial", "thegradymartin", "granddrive1". */
const AROUND = new Set(['', 'the', 'official', 'officials', 'music', 'band', 'real', 'tv', 'page', 'fan', 'live']);
/** Shorter words are no names written in one. */
const SHORTEST = 6;
const LONGEST = 40;
/** A name of fewer letters would be found in any word by chance. */
const LEAST_LETTERS = 5;

/**
 * Names that stand in the question as one word: "devinthedude" is "Devin the Dude". Only words that no name holds are looked at, as a whole or with what accounts
 * add to a name at either end.
 *
 * @returns a reading of the single word each, the longest names of a word only
 */
export function gluedNames(lexicon: Lexicon, lattice: Lattice): Reading[] {
  return lattice.normalised.flatMap((word, at): Reading[] => {
    if ((lattice.ids[at] ?? -1) >= 0 || word.length < SHORTEST || word.length > LONGEST || FUNCTION_WORDS.has(word)) return [];
    const letters = word.replace(/\d+$/, '');
    let longest = LEAST_LETTERS - 1;
    let found: NameNode[] = [];
    for (let from = 0; from < letters.length; from++) {
      if (!AROUND.has(letters.slice(0, from))) continue;
      for (const [to, name] of namesFrom(lexicon, letters, from)) {
        if (!AROUND.has(letters.slice(to)) || to - from < longest) continue;
        if (to - from > longest) found = [];
        longest = to - from;
        found.push(name);
      }
    }
    return found.map((name) => ({ first: at, last: at + 1, name, sureness: VARIANT }));
  });
}

/** The names of any number of words whose letters stand one behind the other from a place on, each with the place after it. */
function namesFrom({ names, vocabulary }: Lexicon, letters: string, from: number): (readonly [to: number, name: NameNode])[] {
  const found: (readonly [number, NameNode])[] = [];
  const walk = (at: number, node: NameNode): void => {
    if (node !== 0 && names.sharers(node) > 0) found.push([at, node]);
    for (let end = at + 1; end <= letters.length; end++) {
      const word = vocabulary.idOf(letters.slice(at, end));
      const next = word < 0 ? -1 : names.child(node, word);
      if (next >= 0) walk(end, next);
    }
  };
  walk(from, 0);
  return found;
}
