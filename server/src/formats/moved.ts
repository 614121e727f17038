import type { ParsedQuestion } from './format';

/** A question of a part of a document (a line, an item), moved to where the part stands. */
export function moved(question: ParsedQuestion, by: number): ParsedQuestion {
  return {
    ...question,
    range: { start: question.range.start + by, end: question.range.end + by },
    offsets: question.offsets.map((piece) => ({ ...piece, document: piece.document + by })),
  };
}
