import type { KnowledgeGraph, Node } from '../graph/knowledgeGraph';
import { FEATURES } from '../graph/lexicon/candidateFeatures';
import type { Lexicon } from '../graph/lexicon/lexicon';
import { findMentions } from '../graph/lexicon/mentions';
import { splitWords } from '../graph/lexicon/words';
import type { MatchKind, Word } from '../protocol';
import type { AnswerOptions, Pin } from './answerer';

/** An entity that a span may name, before the model has read the question. */
export interface Possible {
  readonly node: Node;
  readonly match: MatchKind;
  /** Which of its names was matched: 0 the label, k its k-th alias. */
  readonly nameIndex: number;
  /** {@link FEATURES} bytes. */
  readonly features: Uint8Array;
}

/** A span of words with the entities that it may name. */
export interface Spotted {
  readonly firstWord: number;
  /** Exclusive. */
  readonly lastWord: number;
  readonly candidates: readonly Possible[];
}

/** The question's words and the spans among them. */
export interface Spotting {
  readonly words: readonly Word[];
  readonly spans: readonly Spotted[];
}

/** Features of a mention that is given: the whole label, matched exactly. */
const GIVEN = Uint8Array.from({ length: FEATURES }, (_, k) => (k === 0 || k === 6 || k === 8 || k === 9 ? 255 : k === 7 || k === 12 ? 128 : 64));

/** Step 1, mentions: every span of the question that may name an entity. Pinned mentions replace whatever overlaps them. */
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
  const pinned = (options.pins ?? []).flatMap((pin) => pinnedSpan(graph, words, pin));
  const free = found.filter((span) => !pinned.some((pin) => pin.firstWord < span.lastWord && span.firstWord < pin.lastWord));
  const spans = [...free, ...pinned].sort((a, b) => a.firstWord - b.firstWord || a.lastWord - b.lastWord);
  return { words, spans: options.onlyEntities === undefined ? spans : restrict(graph, words, spans, options.onlyEntities) };
}

function pinnedSpan(graph: KnowledgeGraph, words: readonly Word[], pin: Pin): Spotted[] {
  const firstWord = words.findIndex((word) => word.end > pin.start);
  const lastWord = words.findLastIndex((word) => word.start < pin.end) + 1;
  const node = graph.nodeOf(pin.id);
  if (node === undefined || firstWord < 0 || lastWord <= firstWord) return [];
  return [{ firstWord, lastWord, candidates: [{ node, match: 'pinned', nameIndex: 0, features: GIVEN }] }];
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
