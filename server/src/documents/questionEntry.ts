import type { ParsedQuestion } from '../formats/format';
import { rangeInDocument } from '../formats/format';
import type { Candidate, Explanation, Mention, Span } from '../protocol';

/** A span whose path hardly takes part is not shown as a mention. */
export const LEAST_MENTION_SCORE = 0.2;

/** A question of an open document with what is known of it so far. */
export interface QuestionEntry {
  readonly question: ParsedQuestion;
  /** Linked and answered in one call; undefined until then. */
  explanation: Explanation | undefined;
  /** The user asked for the answer: it is shown beside the question. */
  asked: boolean;
  error: string | undefined;
}

/** What makes two questions the same: text and pins. Gold belongs to the document, not to the answer. */
export function keyOf(question: ParsedQuestion): string {
  return JSON.stringify([question.text, question.pins]);
}

/** A mention that is shown, with its place in the document. */
export interface ShownMention {
  readonly mention: Mention;
  readonly best: Candidate;
  readonly range: Span;
  /** Probability of span and entity together. */
  readonly score: number;
  readonly pinned: boolean;
}

/** The mentions of a question that are worth showing: those that carry a path, without overlaps, by position. */
export function shownMentions(entry: QuestionEntry): ShownMention[] {
  const { question, explanation } = entry;
  const strong = (explanation?.mentions ?? []).filter((mention) => mention.score >= LEAST_MENTION_SCORE && mention.candidates.length > 0);
  const kept: Mention[] = [];
  for (const mention of [...strong].sort((a, b) => b.score - a.score || b.end - b.start - (a.end - a.start))) {
    if (kept.every((other) => other.end <= mention.start || mention.end <= other.start)) kept.push(mention);
  }
  return kept
    .sort((a, b) => a.start - b.start)
    .flatMap((mention) => {
      const best = mention.candidates[0];
      if (best === undefined) return [];
      const range = rangeInDocument(question.offsets, mention);
      return [{ mention, best, range, score: mention.score * best.score, pinned: best.match === 'pinned' }];
    });
}

/** Short text of the answers, for the end of the line. */
export function answerText(entry: QuestionEntry): string {
  if (entry.error !== undefined) return 'could not be answered';
  if (!entry.asked || entry.explanation === undefined) return '';
  const { answers } = entry.explanation;
  const [first] = answers;
  if (first === undefined) return 'no answer in the graph';
  const shown = answers.slice(0, 3).map((answer) => answer.label).join(', ');
  return `${shown}${answers.length > 3 ? ` and ${String(answers.length - 3)} more` : ''} ${first.score.toFixed(2)}`;
}
