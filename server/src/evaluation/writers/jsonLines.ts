import type { QuestionRow } from '../../protocol';
import { inCodePoints } from './codePoints';
import { answerText } from './csv';

/** A JSON object a line for each question: its mentions with ids, and its answers. Offsets in the question, in code points; reads back as predictions. */
export function annotationsJsonLines(rows: readonly QuestionRow[]): string {
  return rows.map((row) => `${JSON.stringify({
    ...(row.id === '' ? {} : { id: row.id }), question: row.text,
    entities: row.mentions.map((mention) => ({ ...inCodePoints(row.text, mention), text: mention.text, id: mention.id, label: mention.label, score: mention.score })),
    answers: row.answers.map(answerText),
  })}\n`).join('');
}
