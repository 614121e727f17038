import type { Word } from '../../protocol';
import { FEATURES, spanContext, writeFeatures, type Found } from './candidateFeatures';
import { coveredWords, plausibleTypo, seedWords, wholeNames } from './coverage';
import { gather } from './gather';
import { gluedNames } from './glued';
import { addTypos, buildLattice } from './lattice';
import type { Lexicon } from './lexicon';
import { findReadings } from './readings';
import { groupBySpan } from './spans';

/** A span of words with the entities that it may name, surest and most linked first. */
export interface SpanCandidates {
  readonly firstWord: number;
  /** Exclusive. */
  readonly lastWord: number;
  readonly found: readonly Found[];
  /** {@link FEATURES} bytes a candidate. */
  readonly features: Uint8Array;
}

/** Further words are not looked at. */
const MOST_WORDS = 128;
const ID = /^[A-Z]+\d+$/;

/**
 * Finds the spans of a question that may name an entity, and the entities that each may name.
 *
 * Surest first: names as they stand and in another form, found together; then names with a typing error, and at last names that only share words, both only for
 * words that no name of several words has explained.
 *
 * @param words the question's words (`splitWords`)
 * @param nodeOf the node of a graph id, where ids in the text ("Q2263") are to name their entities
 * @returns at most 16 spans by position, each with one to 32 candidates
 */
export function findMentions(lexicon: Lexicon, words: readonly Word[], nodeOf?: (id: string) => number | undefined): SpanCandidates[] {
  const lattice = buildLattice(lexicon, words.slice(0, MOST_WORDS));
  let readings = findReadings(lexicon, lattice);
  let covered = coveredWords(lattice, readings);
  const doubtful = seedWords(lattice, covered);
  if (doubtful.length > 0 && addTypos(lexicon, lattice, doubtful)) {
    readings = findReadings(lexicon, lattice).filter(reading => plausibleTypo(lattice, reading));
    covered = coveredWords(lattice, readings);
  }
  readings.push(...gluedNames(lexicon, lattice));
  const similar = [
    ...lexicon.similar.find(lattice, seedWords(lattice, covered)),
    ...wholeNames(lattice, readings).flatMap(([first, last]) => lexicon.similar.longer(lattice, first, last)),
  ];
  const mentions = groupBySpan(lattice, readings, similar).flatMap((span): SpanCandidates[] => {
    const context = spanContext(lexicon, words, lattice.normalised, lattice.ids, span.first, span.last, span.inside);
    const found = gather(lexicon, span, context);
    const features = new Uint8Array(found.length * FEATURES);
    for (const [k, one] of found.entries()) writeFeatures(lexicon, context, one, features, k * FEATURES);
    return found.length === 0 ? [] : [{ firstWord: span.first, lastWord: span.last, found, features }];
  });
  const ids = nodeOf === undefined ? [] : words.slice(0, MOST_WORDS).flatMap((word, at) => idMention(lexicon, word, at, nodeOf));
  return ids.length === 0 ? mentions : [...mentions.filter(span => !ids.some(id => id.firstWord >= span.firstWord && id.lastWord <= span.lastWord)), ...ids]
    .sort((a, b) => a.firstWord - b.firstWord || a.lastWord - b.lastWord);
}

/** A word that is an id of the graph names that entity and nothing else. */
function idMention(lexicon: Lexicon, word: Word, at: number, nodeOf: (id: string) => number | undefined): SpanCandidates[] {
  const node = ID.test(word.text) ? nodeOf(word.text) : undefined;
  if (node === undefined || node >= lexicon.degree.length) return [];
  const features = new Uint8Array(FEATURES);
  for (const k of [0, 6, 8, 9, 12]) features[k] = 255;
  features[7] = lexicon.degree[node] ?? 0;
  return [{ firstWord: at, lastWord: at + 1, found: [{ node, match: 'label', name: 0, posting: 0, similarity: 1 }], features }];
}
