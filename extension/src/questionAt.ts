import type { DocumentMention, DocumentQuestion } from '../../server/src/protocol';

/** The question at a document offset; otherwise the one that starts on the same line. */
export function questionAt(questions: readonly DocumentQuestion[], offset: number, line: number): DocumentQuestion | undefined {
  return questions.find(({ range }) => range.start <= offset && offset <= range.end) ?? questions.find((question) => question.line === line);
}

/** The mention at a document offset, its end included: a cursor stands between characters. */
export function mentionAt(question: DocumentQuestion, offset: number): DocumentMention | undefined {
  return question.mentions.find(({ range }) => range.start <= offset && offset <= range.end);
}
