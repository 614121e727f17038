import { splitWords } from './words';

const PLAIN = /^[a-z0-9]*$/;
const COMBINING = /[\u0300-\u036f]/g;
const NOT_WORD = /[^\p{L}\p{N}\p{M}]|[\u02b0-\u02ff\u055a]/gu;

/** Letters that Unicode does not decompose, as people without them on the keyboard write them. */
const LETTERS: Readonly<Record<string, string>> = {
  ø: 'o', đ: 'd', ð: 'd', ł: 'l', ß: 'ss', æ: 'ae', œ: 'oe', þ: 'th', ı: 'i', ħ: 'h', ŧ: 't', ŋ: 'n', ə: 'e',
};
const SPECIAL = new RegExp(`[${Object.keys(LETTERS).join('')}]`, 'g');

/**
 * The form in which a word is compared: compatibility forms unified (NFKC), lower case, without diacritics and punctuation. `&` becomes "and".
 *
 * @param word one word of {@link splitWords}
 * @returns the normalised word; empty for a punctuation mark
 */
export function normaliseWord(word: string): string {
  if (PLAIN.test(word)) return word;
  if (word === '&') return 'and';
  const lower = word.normalize('NFKD').toLowerCase();
  if (PLAIN.test(lower)) return lower;
  return lower
    .normalize('NFKD')
    .replace(COMBINING, '')
    .replace(SPECIAL, letter => LETTERS[letter] ?? letter)
    .replace(NOT_WORD, '')
    .normalize('NFC');
}

/**
 * The words by which the lexicon knows a name. A name of symbols alone ("!!!", "🌍") is known by these symbols.
 *
 * @param name a label or an alias
 * @returns its normalised words; empty only for a blank name
 */
export function nameWords(name: string): string[] {
  const words = splitWords(name).map(word => word.text);
  const normalised = words.map(normaliseWord).filter(word => word !== '');
  return normalised.length > 0 ? normalised : words;
}

/**
 * The normalised form of a text, shared by the building of the lexicon and by questions.
 *
 * @returns the normalised words with one space between them; idempotent
 */
export function normalise(text: string): string {
  return nameWords(text).join(' ');
}
