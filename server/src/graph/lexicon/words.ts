import type { Word } from '../../protocol';

/**
 * A word is a run of letters, digits and combining marks; an apostrophe inside a run begins a new word with it ("hanks's" → "hanks", "'s"), so that a
 * possessive never hides a name. Every other visible character is a word of its own.
 */
const WORD = /(?<=[\p{L}\p{N}\p{M}])['’][\p{L}\p{N}][\p{L}\p{N}\p{M}]*|[\p{L}\p{N}\p{M}]+|\S/gu;

/**
 * Splits a question into the words that mentions, attention and the model's tokeniser all count in.
 *
 * @param text any text
 * @returns its words in order, with UTF-16 offsets: `text.slice(start, end)` is the word's text; white space belongs to none
 */
export function splitWords(text: string): Word[] {
  const words: Word[] = [];
  for (const match of text.matchAll(WORD)) {
    words.push({ text: match[0], start: match.index, end: match.index + match[0].length });
  }
  return words;
}
