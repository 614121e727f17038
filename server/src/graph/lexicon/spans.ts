import { contentWords } from './coverage';
import { EXACT, TYPO, type Lattice } from './lattice';
import type { Reading } from './readings';
import type { SimilarName } from './similarNames';
import { QUESTION_WORDS } from './stopWords';

/** Most spans of a question. */
export const MOST_SPANS = 16;

const TITLE_WORDS = 3;
const PUNCTUATION = /^[.,;:!?"'’“”«»()[\]/\\\-–—…]$/;

/** A span with every name that it may be. */
export interface SpanNames {
  readonly first: number;
  /** Exclusive. */
  readonly last: number;
  readonly readings: readonly Reading[];
  readonly similar: readonly SimilarName[];
  /** It lies within a longer span that is a name as it stands. */
  readonly inside: boolean;
}

/**
 * Groups names by the words that they were read from.
 *
 * Spans of grammar alone are left out unless they are a title of three words or more, or the question is nothing else. Of too many, those stay that say most:
 * not inside another name, not made of everyday words, longer.
 *
 * @returns at most {@link MOST_SPANS}, by position, shorter first
 */
export function groupBySpan(lattice: Lattice, readings: readonly Reading[], similar: readonly SimilarName[]): SpanNames[] {
  const spans = new Map<number, { first: number; last: number; readings: Reading[]; similar: SimilarName[] }>();
  const at = (first: number, last: number): { readings: Reading[]; similar: SimilarName[] } => {
    const key = first * 0x10000 + last;
    let span = spans.get(key);
    if (span === undefined) spans.set(key, (span = { first, last, readings: [], similar: [] }));
    return span;
  };
  for (const reading of readings) at(reading.first, reading.last).readings.push(reading);
  for (const name of similar) at(name.first, name.last).similar.push(name);
  const all = [...spans.values()];
  const telling = all.filter(span => contentWords(lattice.normalised, span.first, span.last) > 0 || ofSymbols(lattice, span.first, span.last) || wholeTitle(span));
  const exact = all.filter(span => span.readings.some(reading => reading.sureness === EXACT));
  const onlyGrammar = contentWords(lattice.normalised, 0, lattice.normalised.length) === 0;
  const kept = (onlyGrammar ? all : telling).map((span): SpanNames => ({
    ...span,
    inside: exact.some(other => other.first <= span.first && other.last >= span.last && other.last - other.first > span.last - span.first),
  }));
  return mostTelling(lattice, kept).sort((a, b) => a.first - b.first || a.last - b.last);
}

/** Titles of grammar alone ("From Me to You"), as they stand or in another form but without a typing error; fewer words would be found in any question. */
function wholeTitle(span: { readonly first: number; readonly last: number; readonly readings: readonly Reading[] }): boolean {
  return span.last - span.first >= TITLE_WORDS && span.readings.some(reading => reading.sureness !== TYPO);
}

/** A name of symbols alone ("!!!", "⊕"), not the punctuation of the sentence. */
function ofSymbols(lattice: Lattice, first: number, last: number): boolean {
  const words = lattice.normalised.slice(first, last);
  return words.every(word => word === '') && (words.length > 1 || !PUNCTUATION.test(lattice.texts[first] ?? ''));
}

function mostTelling(lattice: Lattice, spans: readonly SpanNames[]): SpanNames[] {
  if (spans.length <= MOST_SPANS) return [...spans];
  const everyday = (span: SpanNames): number => (lattice.normalised.slice(span.first, span.last).every(word => QUESTION_WORDS.has(word)) ? 1 : 0);
  const order = (span: SpanNames): number => 100 * (2 * everyday(span) + (span.inside ? 1 : 0)) - (span.last - span.first);
  return spans.toSorted((a, b) => order(a) - order(b) || a.first - b.first).slice(0, MOST_SPANS);
}
