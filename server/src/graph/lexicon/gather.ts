import type { MatchKind } from '../../protocol';
import { CAPITAL, DERIVED } from './build';
import type { Found, SpanContext } from './candidateFeatures';
import { EXACT, TYPO } from './lattice';
import type { Lexicon } from './lexicon';
import type { NameNode } from './nameTrie';
import type { SpanNames } from './spans';

/** Most candidates of a span. */
export const MOST_CANDIDATES = 32;
/** Bearers of a name that is only similar. */
const MOST_NAMESAKES = 3;

const RANK: Readonly<Record<MatchKind, number>> = { pinned: 0, label: 1, alias: 2, variant: 3, typo: 4, partial: 5, overlap: 6 };

/**
 * The entities that a span may name, each once by its surest match; surest first, then most linked.
 *
 * @returns at most {@link MOST_CANDIDATES}
 */
export function gather(lexicon: Lexicon, span: SpanNames, context: SpanContext): Found[] {
  const { postingStart, entity, ordinal } = lexicon.names;
  const best = new Map<number, Found>();
  const add = (name: NameNode, similarity: number, most: number, matchOf: (posting: number) => MatchKind): void => {
    const from = postingStart[name] ?? 0;
    const to = Math.min(postingStart[name + 1] ?? 0, from + most);
    for (let posting = from; posting < to; posting++) {
      const node = entity[posting] ?? 0;
      const match = matchOf(posting);
      const known = best.get(node);
      if (known === undefined || RANK[known.match] > RANK[match]) best.set(node, { node, match, name, posting, similarity });
    }
  };
  const exact = (posting: number): MatchKind => {
    const which = ordinal[posting] ?? 0;
    return (which & DERIVED) !== 0 ? 'variant' : which <= CAPITAL ? 'label' : 'alias';
  };
  for (const { name, sureness } of span.readings) {
    // More than are kept, because labels come before aliases whatever their degree.
    add(name, 1, 2 * MOST_CANDIDATES, sureness === EXACT ? exact : () => (sureness === TYPO ? 'typo' : 'variant'));
  }
  for (const { name, similarity, partial } of span.similar) add(name, similarity, MOST_NAMESAKES, () => (partial ? 'partial' : 'overlap'));
  const degree = (one: Found): number => lexicon.degree[one.node] ?? 0;
  const sorted = [...best.values()].sort((a, b) => RANK[a.match] - RANK[b.match] || degree(b) - degree(a) || a.node - b.node);
  const taken = new Map<MatchKind, number>();
  return sorted.filter(({ match }) => {
    const before = taken.get(match) ?? 0;
    taken.set(match, before + 1);
    return before < mostOf(match, context);
  }).slice(0, MOST_CANDIDATES);
}

/**
 * How many candidates of a kind a span keeps. A single word inside a longer name, or one that everybody uses, seldom names any but its best-known bearers:
 * these limits were measured to lose 0.05 points of recall for a fifth of all candidates.
 */
function mostOf(match: MatchKind, span: SpanContext): number {
  if (span.length > 1) return MOST_CANDIDATES;
  if (match === 'variant') return span.inside ? 0 : span.commonness === 1 ? 3 : 6;
  if (span.inside) return match === 'partial' ? 2 : 4;
  return span.commonness === 1 ? 6 : MOST_CANDIDATES;
}
