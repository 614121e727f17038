import type { Span } from '../../protocol';

/** A span of a text in Unicode code points, as data sets, Python and NIF count, from one in UTF-16 units. */
export function inCodePoints(text: string, { start, end }: Span): Span {
  const from = Array.from(text.slice(0, start)).length;
  return { start: from, end: from + Array.from(text.slice(start, end)).length };
}
