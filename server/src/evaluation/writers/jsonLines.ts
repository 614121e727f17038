import type { QuestionRow } from '../../protocol';
import { answerText } from './csv';

/** A JSON object a line for each question: its mentions with ids, and its answers. Offsets in the question, in UTF-16 units; reads back as predictions. */
export function annotationsJsonLines(rows: readonly QuestionRow[]): string {
  return rows.map((row) => `${JSON.stringify({
    ...(row.id === '' ? {} : { id: row.id }), question: row.text,
    entities: row.mentions.map(({ start, end, text, id, label, score }) => ({ start, end, text, id, label, score })),
    answers: row.answers.map(answerText),
  })}\n`).join('');
}
