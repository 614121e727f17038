const WORDS = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth', 'eleventh', 'twelfth'];
const ORDINAL = new RegExp(`\\b(?:(${WORDS.join('|')})|(\\d{1,2})(?:st|nd|rd|th))\\b`, 'i');
const YEAR = /(?<![\d.,-])(1[0-9]{3}|20[0-9]{2})(?!\d|[.,-]\d)/g;

/** The numbers that a question's words say: which one ("the second largest") and which year. The same as training's cues.py. */
export interface Cues {
  /** The first ordinal, from 1; 1 where there is none. */
  readonly ordinal: number;
  /** The last year between 1000 and 2099; 0 where there is none. */
  readonly year: number;
}

/** Reads them from the question's text. */
export function cuesOf(question: string): Cues {
  const match = ORDINAL.exec(question);
  const ordinal = match === null ? 1 : match[1] === undefined ? Math.max(1, Number(match[2])) : WORDS.indexOf(match[1].toLowerCase()) + 1;
  const years = [...question.matchAll(YEAR)];
  return { ordinal, year: Number(years.at(-1)?.[1] ?? 0) };
}
