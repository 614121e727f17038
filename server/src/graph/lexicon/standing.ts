import type { NameStanding, Word } from '../../protocol';
import { contentWords } from './coverage';
import { MOST_CANDIDATES } from './gather';
import type { Lexicon } from './lexicon';
import { nameWords, normaliseWord } from './normalise';
import { MOST_SPANS } from './spans';
import { FUNCTION_WORDS } from './stopWords';

/** A span that was found, and who its candidates are. */
export interface FoundSpan {
  readonly firstWord: number;
  /** Exclusive. */
  readonly lastWord: number;
  readonly candidates: readonly { readonly node: number }[];
}

const NAMES_TOLD = 8;

/**
 * What became of each name of an entity among a question's words: why it is a candidate, or why it is none.
 *
 * @param names label and aliases of the entity
 * @param spans what `findMentions` made of the words
 * @returns the names that came furthest first, at most eight
 */
export function nameStandings(lexicon: Lexicon, words: readonly Word[], node: number, names: readonly string[], spans: readonly FoundSpan[]): NameStanding[] {
  const normalised = words.map((word) => normaliseWord(word.text));
  const all = names.map((name) => standingOf(lexicon, words, normalised, node, name, spans));
  const order = (one: NameStanding): number => ['candidate', 'cut', 'filtered', 'span dropped', 'some words', 'no words'].indexOf(one.fate);
  return all.sort((a, b) => order(a) - order(b)).slice(0, NAMES_TOLD);
}

function standingOf(lexicon: Lexicon, words: readonly Word[], normalised: readonly string[], node: number, name: string, spans: readonly FoundSpan[]): NameStanding {
  const wanted = nameWords(name);
  const { bearers, place } = bearersOf(lexicon, wanted, node);
  const at = placeOf(normalised, wanted);
  const base = { name, bearers, place };
  if (at === undefined) {
    const shared = wanted.filter((word) => !FUNCTION_WORDS.has(word) && normalised.includes(word));
    if (shared.length === 0) return { ...base, fate: 'no words', span: null, why: 'no word of it stands in the question' };
    return { ...base, fate: 'some words', span: null, why: `of its words the question has only ${shared.map((word) => `“${word}”`).join(', ')}` };
  }
  const [first, last] = at;
  const span = { start: words[first]?.start ?? 0, end: words[last - 1]?.end ?? 0 };
  const found = spans.find((one) => one.firstWord === first && one.lastWord === last);
  if (found === undefined) return { ...base, fate: 'span dropped', span, why: whyDropped(normalised, first, last, spans) };
  if (found.candidates.some((candidate) => candidate.node === node)) return { ...base, fate: 'candidate', span, why: `a candidate of this span, one of ${String(found.candidates.length)}` };
  if (place === 0) return { ...base, fate: 'some words', span, why: 'the lexicon does not hold this name for it' };
  const bearing = `${String(bearers)} entities bear this name and it is number ${String(place)} of them by links`;
  // A span of several words keeps as many as the cap allows; only single words have limits of their own (gather.ts).
  if (found.candidates.length >= MOST_CANDIDATES) return { ...base, fate: 'cut', span, why: `${bearing}; a span keeps ${String(MOST_CANDIDATES)} candidates` };
  return { ...base, fate: 'filtered', span, why: `${bearing}; of a single word that is common or part of a longer name only the ${String(found.candidates.length)} best known are kept` };
}

function whyDropped(normalised: readonly string[], first: number, last: number, spans: readonly FoundSpan[]): string {
  if (contentWords(normalised, first, last) === 0) return 'these words are grammar alone, which is never taken for a name beside other words';
  if (spans.length >= MOST_SPANS) return `a question keeps ${String(MOST_SPANS)} spans, and others said more`;
  const longer = spans.find((one) => one.firstWord <= first && one.lastWord >= last);
  return longer === undefined ? 'a pin or an id stands over these words' : 'a longer span over these words was taken instead';
}

/** How many entities bear a name, and the place of one among them. */
function bearersOf(lexicon: Lexicon, wanted: readonly string[], node: number): { readonly bearers: number; readonly place: number } {
  const { names, vocabulary } = lexicon;
  let at = 0;
  for (const word of wanted) {
    const id = vocabulary.idOf(word);
    at = id < 0 || at < 0 ? -1 : names.child(at, id);
  }
  if (at <= 0) return { bearers: 0, place: 0 };
  const start = names.postingStart[at] ?? 0;
  const end = names.postingStart[at + 1] ?? 0;
  return { bearers: end - start, place: names.entity.subarray(start, end).indexOf(node) + 1 };
}

/** Where a name's words stand one behind the other, punctuation between them passed over. */
function placeOf(normalised: readonly string[], wanted: readonly string[]): readonly [first: number, last: number] | undefined {
  for (let first = 0; first < normalised.length; first++) {
    if (normalised[first] !== wanted[0]) continue;
    let at = first;
    let k = 0;
    while (at < normalised.length && k < wanted.length && (normalised[at] === wanted[k] || normalised[at] === '')) {
      if (normalised[at] === wanted[k]) k++;
      at++;
    }
    if (k === wanted.length) return [first, at];
  }
  return undefined;
}
