import type { Span } from '../../protocol';

const WORD = /[\p{L}\p{N}\p{M}]/u;

/** Every occurrence of some words in a text, also overlapping ones, by position. Empty for no words. */
export function occurrencesOf(text: string, words: string): Span[] {
  const found: Span[] = [];
  if (words === '') return found;
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) found.push({ start: at, end: at + words.length });
  return found;
}

/** Which occurrence of its own words a span is, from 1. */
export function occurrenceOf(text: string, span: Span): number {
  return Math.max(1, occurrencesOf(text, text.slice(span.start, span.end)).findIndex(({ start }) => start === span.start) + 1);
}

/** The n-th occurrence, from 1; the last one where there are fewer. */
export function occurrence(text: string, words: string, n: number): Span | undefined {
  const all = occurrencesOf(text, words);
  return all[n - 1] ?? all.at(-1);
}

/** Whether a span neither begins nor ends inside a word. */
export function isWhole(text: string, { start, end }: Span): boolean {
  const joined = (at: number): boolean => at > 0 && at < text.length && WORD.test(text.charAt(at - 1)) && WORD.test(text.charAt(at));
  return !joined(start) && !joined(end);
}
