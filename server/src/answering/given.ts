import type { KnowledgeGraph, Node } from '../graph/knowledgeGraph';
import { FEATURES } from '../graph/lexicon/candidateFeatures';
import type { Lexicon } from '../graph/lexicon/lexicon';
import { nameWords, normaliseWord } from '../graph/lexicon/normalise';
import type { Span, Word } from '../protocol';
import type { AnswerOptions } from './answerer';
import type { Possible, Spotted } from './spotted';

/** What a person says of the mentions: it goes before what the lexicon finds. */
export type Given = Pick<AnswerOptions, 'pins' | 'noEntity' | 'mentions' | 'aliases'>;

/** Features of a mention that is given: the whole label, matched exactly. */
export const GIVEN = Uint8Array.from({ length: FEATURES }, (_, k) => (k === 0 || k === 6 || k === 8 || k === 9 ? 255 : k === 7 || k === 12 ? 128 : 64));

/**
 * Puts what a person says in the place of what the lexicon found: aliases add candidates, a fixed span takes the place of those that overlap it, words that name
 * no entity lose their spans, and a pin replaces whatever it overlaps. Ids that the graph does not hold are left out.
 *
 * @returns spans by position
 */
export function withGiven(graph: Pick<KnowledgeGraph, 'nodeOf'>, lexicon: Pick<Lexicon, 'degree'>, words: readonly Word[], found: readonly Spotted[], { pins = [], noEntity = [], mentions = [], aliases = [] }: Given): Spotted[] {
  let spans = [...found];
  for (const { text, id } of aliases) {
    const node = graph.nodeOf(id);
    if (node !== undefined) for (const place of placesOf(words, text)) spans = withCandidate(spans, place, node, lexicon.degree[node] ?? 0);
  }
  for (const mention of mentions) spans = withMention(spans, wordsOf(words, mention));
  const nothing = noEntity.map((span) => wordsOf(words, span));
  spans = spans.filter((span) => !nothing.some((words) => words.firstWord <= span.firstWord && span.lastWord <= words.lastWord));
  const pinned = pins.flatMap((pin): Spotted[] => {
    const node = graph.nodeOf(pin.id);
    const place = wordsOf(words, pin);
    return node === undefined || place.lastWord <= place.firstWord ? [] : [{ ...place, candidates: [{ node, match: 'pinned', nameIndex: 0, features: GIVEN }] }];
  });
  return [...spans.filter((span) => !pinned.some((pin) => overlaps(pin, span))), ...pinned].sort((a, b) => a.firstWord - b.firstWord || a.lastWord - b.lastWord);
}

type Place = Pick<Spotted, 'firstWord' | 'lastWord'>;

const overlaps = (a: Place, b: Place): boolean => a.firstWord < b.lastWord && b.firstWord < a.lastWord;

/** The words that a span touches; none where it lies behind the last. */
function wordsOf(words: readonly Word[], { start, end }: Span): Place {
  const firstWord = words.findIndex((word) => word.end > start);
  return firstWord < 0 ? { firstWord: 0, lastWord: 0 } : { firstWord, lastWord: words.findLastIndex((word) => word.start < end) + 1 };
}

/** Where the words of a name stand, in the form in which the lexicon compares them. */
function placesOf(words: readonly Word[], name: string): Place[] {
  const wanted = nameWords(name);
  const spoken = words.flatMap(({ text }, at) => {
    const word = normaliseWord(text);
    return word === '' ? [] : [{ word, at }];
  });
  return spoken.flatMap(({ at }, k): Place[] => {
    const last = spoken[k + wanted.length - 1];
    return wanted.length > 0 && last !== undefined && wanted.every((word, j) => spoken[k + j]?.word === word) ? [{ firstWord: at, lastWord: last.at + 1 }] : [];
  });
}

/** A further candidate, by an alias that belongs to it alone: a person's word. What is true of the span is taken from its other candidates. */
function withCandidate(spans: readonly Spotted[], place: Place, node: Node, degree: number): Spotted[] {
  const there = spans.find((span) => span.firstWord === place.firstWord && span.lastWord === place.lastWord);
  if (there?.candidates.some((candidate) => candidate.node === node && (candidate.match === 'label' || candidate.match === 'alias')) === true) return [...spans];
  const features = Uint8Array.from(there?.candidates[0]?.features ?? GIVEN);
  features.fill(0, 0, 6);
  for (const k of [1, 6, 8, 9]) features[k] = 255;
  features[7] = degree;
  const own: Possible = { node, match: 'alias', nameIndex: 0, features };
  const others = there?.candidates.filter((candidate) => candidate.node !== node) ?? [];
  return [...spans.filter((span) => span !== there), { ...place, candidates: [own, ...others] }];
}

/** These words are one mention: with its own candidates, or with those of the spans that it takes the place of. */
function withMention(spans: readonly Spotted[], place: Place): Spotted[] {
  const over = spans.filter((span) => overlaps(span, place));
  const exact = over.find((span) => span.firstWord === place.firstWord && span.lastWord === place.lastWord);
  const nodes = new Map<Node, Possible>();
  for (const candidate of (exact === undefined ? over : [exact]).flatMap((span) => span.candidates)) if (!nodes.has(candidate.node)) nodes.set(candidate.node, candidate);
  const rest = spans.filter((span) => !over.includes(span));
  return nodes.size === 0 ? rest : [...rest, { ...place, candidates: [...nodes.values()] }];
}
