import { rangeInDocument, type ParsedQuestion } from './format';
import type { Span } from '../protocol';

/** For tests: what the document holds at a span of a question. */
export function inDocument(source: string, question: ParsedQuestion, span: Span): string {
  const place = rangeInDocument(question.offsets, span);
  return source.slice(place.start, place.end);
}
