import type { KnowledgeGraph } from '../graph/knowledgeGraph';
import { FEATURES } from '../graph/lexicon/candidateFeatures';
import type { Lexicon } from '../graph/lexicon/lexicon';
import { findMentions } from '../graph/lexicon/mentions';
import { splitWords } from '../graph/lexicon/words';
import type { Word } from '../protocol';
import type { AnswerOptions } from './answerer';
import { GIVEN, withGiven } from './given';
import type { Possible, Spotted } from './spotted';

export type { Possible, Spotted } from './spotted';

/** The question's words and the spans among them. */
export interface Spotting {
  readonly words: readonly Word[];
  readonly spans: readonly Spotted[];
}

/** Step 1, mentions: every span of the question that may name an entity. What a person says of the mentions goes before what the lexicon finds. */
export function spotMentions(graph: KnowledgeGraph, lexicon: Lexicon, question: string, options: AnswerOptions): Spotting {
  const words = splitWords(question);
  const found: Spotted[] = findMentions(lexicon, words, (id) => graph.nodeOf(id)).map((span) => ({
    firstWord: span.firstWord,
    lastWord: span.lastWord,
    candidates: span.found.map((one, k) => ({
      node: one.node,
      match: one.match,
      nameIndex: (lexicon.names.ordinal[one.posting] ?? 0) >> 2,
      features: span.features.subarray(k * FEATURES, (k + 1) * FEATURES),
    })),
  }));
  const spans = withGiven(graph, lexicon, words, found, options);
  return { words, spans: options.onlyEntities === undefined ? spans : restrict(graph, words, spans, options.onlyEntities) };
}

/** The gold-entity condition: only these entities stay; one that no span names is given to the longest span. */
function restrict(graph: KnowledgeGraph, words: readonly Word[], spans: readonly Spotted[], ids: readonly string[]): Spotted[] {
  const gold = ids.flatMap((id) => graph.nodeOf(id) ?? []);
  const kept = spans
    .map((span) => ({ ...span, candidates: span.candidates.filter((candidate) => gold.includes(candidate.node)) }))
    .filter((span) => span.candidates.length > 0);
  const missing = gold.filter((node) => !kept.some((span) => span.candidates.some((candidate) => candidate.node === node)));
  if (missing.length === 0 || words.length === 0) return kept;
  const longest = spans.reduce<Spotted | undefined>((best, span) => (best === undefined || span.lastWord - span.firstWord > best.lastWord - best.firstWord ? span : best), undefined);
  const [firstWord, lastWord] = longest === undefined ? [words.length - 1, words.length] : [longest.firstWord, longest.lastWord];
  const given = missing.map((node): Possible => ({ node, match: 'pinned', nameIndex: 0, features: GIVEN }));
  return [...kept, { firstWord, lastWord, candidates: given }];
}
