import type { ParsedQuestion } from '../formats/format';
import { rangeInDocument } from '../formats/format';
import type { Candidate, Explanation, Mention, ScoredNode, Span } from '../protocol';
import type { AnswerOptions } from '../answering/answerer';
import type { Corrected } from './corrections/given';

/** A span whose path hardly takes part is not shown as a mention. */
export const LEAST_MENTION_SCORE = 0.2;
/** Candidates kept of each mention of a question without gold entities: as many as a hover shows. */
const CANDIDATES_KEPT = 5;
const ANSWERS_NAMED = 3;

/** What is kept of a question's explanation while its document is open: a file may hold ten thousand. The panel's part is made again when it is asked for. */
export interface LinkedQuestion {
  readonly mentions: readonly Mention[];
  /** The best answers. */
  readonly answers: readonly ScoredNode[];
  readonly summary: string;
}

/** A question of an open document with what is known of it so far. It stays the same object while text and pins do, wherever it moves. */
export interface QuestionEntry {
  question: ParsedQuestion;
  /** Undefined until it was linked. */
  linked: LinkedQuestion | undefined;
  /** The user asked for the answer: it is shown beside the question. */
  asked: boolean;
  /** Why it could not be answered. */
  error: string | undefined;
  /** What the sidecar says of it. */
  corrected?: Corrected | undefined;
}

/** What the answerer is told of a question: the file's pins and the corrections of the sidecar. */
export function toldOf({ question, corrected }: Pick<QuestionEntry, 'question' | 'corrected'>): AnswerOptions {
  return { ...corrected?.given, pins: [...question.pins, ...(corrected?.given.pins ?? [])] };
}

/** What makes two questions the same: text and pins. Gold belongs to the document, not to the answer. */
export function keyOf(question: ParsedQuestion): string {
  return JSON.stringify([question.text, question.pins]);
}

/** The part of an explanation that is kept. Where the file has gold entities all candidates sent are, because the rank of the gold one is to be said. */
export function linkedOf({ mentions, answers, summary }: Explanation, question: ParsedQuestion): LinkedQuestion {
  const kept = question.gold.length > 0 ? Infinity : CANDIDATES_KEPT;
  return {
    mentions: mentions.map((mention) => ({ ...mention, candidates: mention.candidates.slice(0, kept) })),
    answers: answers.map(({ id, label, score, value }) => ({ id, label, score, ...(value === undefined ? {} : { value }) })),
    summary,
  };
}

/** A mention that is shown, with its place in the document. */
export interface ShownMention {
  readonly mention: Mention;
  readonly best: Candidate;
  readonly range: Span;
  /** Probability of span and entity together. */
  readonly score: number;
  readonly pinned: boolean;
  /** Ids of the corrections of these words. */
  readonly corrections: readonly string[];
}

const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;
const isPinned = ({ candidates }: Mention): boolean => candidates[0]?.match === 'pinned';

/** The mentions of a question that are worth showing: those that carry a path and those pinned in the text or corrected, without overlaps, by position. */
export function shownMentions({ question, linked, corrected }: QuestionEntry): ShownMention[] {
  const held = corrected?.held ?? [];
  const isFixed = (mention: Mention): boolean => isPinned(mention) || held.some(({ correction, span }) => correction.kind === 'span' && span.start === mention.start && span.end === mention.end);
  const strong = (linked?.mentions ?? []).filter((mention) => mention.candidates.length > 0 && (mention.score >= LEAST_MENTION_SCORE || isFixed(mention)));
  const kept: Mention[] = [];
  for (const mention of [...strong].sort((a, b) => Number(isFixed(b)) - Number(isFixed(a)) || b.score - a.score || b.end - b.start - (a.end - a.start))) {
    if (kept.every((other) => other.end <= mention.start || mention.end <= other.start)) kept.push(mention);
  }
  return kept
    .sort((a, b) => a.start - b.start)
    .flatMap((mention) => {
      const best = mention.candidates[0];
      if (best === undefined) return [];
      return [{ mention, best, range: rangeInDocument(question.offsets, mention), score: mention.score * best.score, pinned: question.pins.some((pin) => overlaps(pin, mention)), corrections: held.flatMap(({ correction: { id }, span }) => (overlaps(span, mention) ? [id] : [])) }];
    });
}

/** Short text of the answers, for the end of the line: at most three, and none below `minimumScore`. Empty until the answer was asked for. */
export function answerText({ asked, linked, error }: QuestionEntry, minimumScore: number): string {
  if (!asked) return '';
  if (error !== undefined) return 'could not be answered';
  if (linked === undefined) return '';
  const sure = linked.answers.filter(({ score }) => score >= minimumScore);
  const [first] = sure;
  if (first === undefined) return linked.answers.length === 0 ? 'no answer in the graph' : `no answer above ${String(minimumScore)}`;
  const more = sure.length - ANSWERS_NAMED;
  return `${sure.slice(0, ANSWERS_NAMED).map(({ label }) => label).join(', ')}${more > 0 ? ` and ${String(more)} more` : ''} ${scoreText(first.score)}`;
}

/** A score in two places, never rounded up to certainty. */
export function scoreText(score: number): string {
  return score < 1 && score >= 0.995 ? '>0.99' : score.toFixed(2);
}
