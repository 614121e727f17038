import type { MatchKind, Word } from '../../protocol';
import { CAPITAL } from './build';
import type { Lexicon } from './lexicon';
import type { NameNode } from './nameTrie';
import { FUNCTION_WORDS, QUESTION_WORDS } from './stopWords';

/** Width of a candidate's features. */
export const FEATURES = 16;

/** What the features of a candidate say, in order; each is in [0, 1]. The model's bundle records the width, training reads the same bytes. */
export const FEATURE_NAMES = [
  'matched the label', 'matched an alias', 'matched in another form', 'matched with a typing error', 'part of a longer name', 'shares words with the name',
  'similarity of words and name (1: equal when normalised)', 'log2(1 + degree) / 16', 'most linked of its namesakes', '1 / number of its namesakes',
  "share of the question's words in the span", 'words in the span / 8', 'capitals agree (0.5: the question has none)', 'inside a longer exact mention',
  'commonness of the span: 1 for everyday words, else log2(1 + names with its rarest word) / 18', 'reserved, 0',
] as const;

const KIND: Readonly<Record<MatchKind, number>> = { pinned: 0, label: 0, alias: 1, variant: 2, typo: 3, partial: 4, overlap: 5 };

/** What all candidates of a span share. */
export interface SpanContext {
  readonly share: number;
  readonly length: number;
  /** 1 capitalised, 0 not, null: the question says nothing by its capitals. */
  readonly capital: 0 | 1 | null;
  readonly inside: boolean;
  readonly commonness: number;
}

/** Derives the shared features of the span `[first, last)`; `normalised` and `ids` are those of the lattice. */
export function spanContext(
  lexicon: Lexicon, words: readonly Word[], normalised: readonly string[], ids: Int32Array, first: number, last: number, inside: boolean,
): SpanContext {
  let all = 0;
  let length = 0;
  let capitals = 0;
  let rarest = Infinity;
  let everyday = true;
  for (const [at, word] of normalised.entries()) {
    if (word === '') continue;
    all++;
    if (at > 0 && startsUpper(words[at]?.text ?? '')) capitals++;
    if (at < first || at >= last) continue;
    length++;
    const id = ids[at] ?? -1;
    if (FUNCTION_WORDS.has(word)) continue;
    rarest = Math.min(rarest, id < 0 ? 0 : lexicon.names.frequency(id));
    if (!QUESTION_WORDS.has(word)) everyday = false;
  }
  let spanCapital = false;
  for (let at = first; at < last; at++) if (at > 0 && startsUpper(words[at]?.text ?? '')) spanCapital = true;
  // The first word of a sentence is capitalised whatever it is, and a title in which nearly every word is says nothing either.
  const informative = capitals > 0 && capitals < all - 1 && !(first === 0 && last === 1);
  return {
    share: all === 0 ? 0 : length / all,
    length,
    capital: informative ? (spanCapital ? 1 : 0) : null,
    inside,
    commonness: everyday ? 1 : Math.min(0.95, Math.log2(1 + rarest) / 18),
  };
}

function startsUpper(text: string): boolean {
  const code = text.charCodeAt(0);
  return code < 128 ? code >= 65 && code <= 90 : /^\p{Lu}/u.test(text);
}

/** One posting that a span led to, before it becomes a candidate. */
export interface Found {
  readonly node: number;
  readonly match: MatchKind;
  readonly name: NameNode;
  /** Index of the posting. */
  readonly posting: number;
  readonly similarity: number;
}

/**
 * Writes the features of a candidate as bytes (255 = 1), the form in which training and answering share them.
 *
 * @param out receives {@link FEATURES} bytes from `at`
 */
export function writeFeatures(lexicon: Lexicon, span: SpanContext, found: Found, out: Uint8Array, at: number): void {
  const { postingStart, ordinal } = lexicon.names;
  const unit = (value: number): number => Math.round(255 * Math.min(1, Math.max(0, value)));
  out.fill(0, at, at + FEATURES);
  out[at + KIND[found.match]] = 255;
  out[at + 6] = unit(found.similarity);
  out[at + 7] = lexicon.degree[found.node] ?? 0;
  const sharers = lexicon.names.sharers(found.name);
  out[at + 8] = found.posting === (postingStart[found.name] ?? 0) ? 255 : 0;
  out[at + 9] = unit(sharers === 0 ? 0 : 1 / sharers);
  out[at + 10] = unit(span.share);
  out[at + 11] = unit(span.length / 8);
  const capital = (ordinal[found.posting] ?? 0) & CAPITAL;
  out[at + 12] = span.capital === null ? 128 : span.capital === capital ? 255 : 0;
  out[at + 13] = span.inside ? 255 : 0;
  out[at + 14] = unit(span.commonness);
}
