import type { DocumentMention, DocumentQuestion } from '../../server/src/protocol';

/** The mention at a document offset, its end included: a cursor stands between characters. */
export function mentionAt(question: DocumentQuestion, offset: number): DocumentMention | undefined {
  return question.mentions.find(({ range }) => range.start <= offset && offset <= range.end);
}
