import type { MatchKind, Word } from '../../protocol';
import { FEATURES, spanContext, writeFeatures, type Found } from './candidateFeatures';
import { buildLattice, EXACT, TYPO, type Lattice } from './lattice';
import type { Lexicon } from './lexicon';
import { findReadings, type Reading } from './readings';
import { FUNCTION_WORDS } from './stopWords';

/** Most candidates of a span, and most spans of a question. */
export const MOST_CANDIDATES = 32;
export const MOST_SPANS = 16;

/** A span of words with the entities that it may name: parallel lists, surest and most linked first. */
export interface SpanCandidates {
  readonly firstWord: number;
  /** Exclusive. */
  readonly lastWord: number;
  readonly found: readonly Found[];
  /** {@link FEATURES} bytes a candidate. */
  readonly features: Uint8Array;
}

const RANK: Readonly<Record<MatchKind, number>> = { pinned: 0, label: 1, alias: 2, variant: 3, typo: 4, partial: 5, overlap: 6 };

/**
 * Finds the spans of a question that may name an entity, and the entities that each may name.
 *
 * @param words the question's words (`splitWords`)
 * @param nodeOf the node of a graph id; a word that is an id ("Q2263") names its entity
 * @returns at most {@link MOST_SPANS} spans by position, each with at most {@link MOST_CANDIDATES} candidates
 */
export function findMentions(lexicon: Lexicon, words: readonly Word[], nodeOf: (id: string) => number | undefined): SpanCandidates[] {
  const lattice = buildLattice(lexicon, words);
  const readings = findReadings(lexicon, lattice);
  const spans = groupBySpan(readings);
  return select(lexicon, words, lattice, spans);
}

interface SpanReadings {
  readonly first: number;
  readonly last: number;
  readonly readings: Reading[];
}

function groupBySpan(readings: readonly Reading[]): SpanReadings[] {
  const spans = new Map<number, SpanReadings>();
  for (const reading of readings) {
    const key = reading.first * 1024 + reading.last;
    const span = spans.get(key);
    if (span === undefined) spans.set(key, { first: reading.first, last: reading.last, readings: [reading] });
    else span.readings.push(reading);
  }
  return [...spans.values()];
}

function select(lexicon: Lexicon, words: readonly Word[], lattice: Lattice, spans: readonly SpanReadings[]): SpanCandidates[] {
  const grammar = (span: SpanReadings): boolean => {
    for (let at = span.first; at < span.last; at++) if (lattice.normalised[at] !== '' && !FUNCTION_WORDS.has(lattice.normalised[at] ?? '')) return false;
    return true;
  };
  const telling = spans.filter(span => !grammar(span));
  const kept = (telling.length > 0 ? telling : spans).slice(0, MOST_SPANS);
  return kept.map(span => {
    const inside = spans.some(o => o.first <= span.first && o.last >= span.last && o.last - o.first > span.last - span.first && o.readings.some(r => r.sureness === EXACT));
    const found = gather(lexicon, span);
    const context = spanContext(lexicon, words, lattice.normalised, lattice.ids, span.first, span.last, inside);
    const features = new Uint8Array(found.length * FEATURES);
    found.forEach((one, k) => { writeFeatures(lexicon, context, one, features, k * FEATURES); });
    return { firstWord: span.first, lastWord: span.last, found, features };
  });
}

function gather(lexicon: Lexicon, span: SpanReadings): Found[] {
  const { postingStart, entity, ordinal } = lexicon.names.arrays;
  const best = new Map<number, Found>();
  for (const reading of span.readings) {
    const from = postingStart[reading.name] ?? 0;
    const to = Math.min(postingStart[reading.name + 1] ?? 0, from + 2 * MOST_CANDIDATES);
    for (let posting = from; posting < to; posting++) {
      const node = entity[posting] ?? 0;
      const match = reading.sureness === TYPO ? 'typo' : reading.sureness !== EXACT ? 'variant' : (ordinal[posting] ?? 0) < 2 ? 'label' : 'alias';
      const known = best.get(node);
      if (known !== undefined && RANK[known.match] <= RANK[match]) continue;
      best.set(node, { node, match, name: reading.name, posting, similarity: 1 });
    }
  }
  const degree = (one: Found): number => lexicon.degree[one.node] ?? 0;
  return [...best.values()].sort((a, b) => RANK[a.match] - RANK[b.match] || degree(b) - degree(a) || a.node - b.node).slice(0, MOST_CANDIDATES);
}
