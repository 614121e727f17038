import { rangeInDocument, type ParsedQuestion } from '../formats/format';
import type { Explanation } from '../protocol';
import { node, round } from './json';

/** Mentions below this are not worth an annotation; as in the editor. */
const LEAST_SHOWN = 0.2;

/** One line of an annotation file. Offsets count UTF-16 units of the document. */
export interface Annotation {
  readonly index: number;
  readonly id: string;
  readonly question: string;
  readonly mentions: readonly {
    readonly start: number;
    readonly end: number;
    readonly text: string;
    readonly id: string;
    readonly label: string;
    readonly score: number;
    readonly candidates: readonly { readonly id: string; readonly label: string; readonly score: number }[];
  }[];
  readonly answers: readonly object[];
}

/**
 * What is kept of a question that was answered: its mentions where they stand in the document, and its answers.
 *
 * @param index of the question in its file
 */
export function annotationOf(index: number, question: ParsedQuestion, told: Pick<Explanation, 'mentions' | 'answers'>): Annotation {
  return {
    index, id: question.id, question: question.text,
    mentions: told.mentions.filter((mention) => mention.score >= LEAST_SHOWN).map((mention) => ({
      ...rangeInDocument(question.offsets, mention), text: mention.text, id: mention.candidates[0]?.id ?? '', label: mention.candidates[0]?.label ?? '', score: round(mention.score),
      candidates: mention.candidates.map(({ id, label, score }) => ({ id, label, score: round(score) })),
    })),
    answers: told.answers.map(node),
  };
}
