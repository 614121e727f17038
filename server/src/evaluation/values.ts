/**
 * A value as it is compared. A time holds as many parts as its precision says (Wikidata's data model: 11 day, 10 month, 9 year, 8 decade, 7 century,
 * 6 millennium); years before Christ are negative.
 */
export type Value =
  | { readonly kind: 'number'; readonly amount: number }
  | { readonly kind: 'time'; readonly year: number; readonly month: number; readonly day: number; readonly precision: number }
  | { readonly kind: 'boolean'; readonly truth: boolean };

const TRUTH: Readonly<Record<string, boolean>> = { true: true, yes: true, false: false, no: false };
const SCALE: Readonly<Record<string, number>> = { thousand: 1e3, million: 1e6, billion: 1e9, trillion: 1e12 };
const TIME = /^\^?([+-]?)(\d{1,6})-(\d\d)(?:-(\d\d))?(?:T[\d:.]*Z?)?(?:[+-]\d\d:\d\d)?(?:\/(\d+))?$/;
const YEAR = /^(-?)0*(\d{1,6})\s*(BCE?|CE|AD)?$/i;
const DECADE = /^(\d{3,4})s$/;
const CENTURY = /^(\d{1,2})(?:st|nd|rd|th) century\s*(BCE?)?$/i;
/** A number, then nothing, or a unit: KGTK's `[bounds]Q11573`, `|unit`, a percent sign, or at most three words. */
const NUMBER = /^([+-]?)(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?(?:e([+-]?\d+))?\s*(?:\[[^\]]*\])?(?:Q\d+|\|.*|%|°\w?|[^\W\d_]+(?:\s[^\W\d_]+){0,2})?$/i;
/** Numbers within this of each other, relatively, are one number: the same value written with fewer digits. */
const SAME = 1e-6;

/**
 * What a text may mean as a value: "1999" is a number and a year. Reads KGTK's notation (`^1452-04-15T00:00:00Z/11`, `+170.5[+170,+171]Q174728`), ISO 8601,
 * typed RDF literals, and numbers as people write them ("1,234", "3.0", "2.5 million", "9 years": units are not compared).
 *
 * @returns empty for anything else: it is compared as text
 */
export function valuesOf(text: string): readonly Value[] {
  const plain = text.trim().replace(/^"(.*)"(?:\^\^.*|@[\w-]+)?$/s, '$1').trim();
  const truth = TRUTH[plain.toLowerCase()];
  if (truth !== undefined) return [{ kind: 'boolean', truth }];
  return [numberOf(plain), timeOf(plain)].filter((value) => value !== undefined);
}

/** Whether two values are one. Times are compared by the coarser precision of the two. */
export function sameValue(a: Value, b: Value): boolean {
  if (a.kind === 'number') return b.kind === 'number' && Math.abs(a.amount - b.amount) <= SAME * Math.max(Math.abs(a.amount), Math.abs(b.amount));
  if (a.kind === 'boolean') return b.kind === 'boolean' && a.truth === b.truth;
  if (b.kind !== 'time') return false;
  const precision = Math.min(a.precision, b.precision);
  if (precision >= 11 && a.day !== b.day) return false;
  if (precision >= 10 && a.month !== b.month) return false;
  return period(a.year, precision) === period(b.year, precision);
}

/** The year, decade, century or millennium that a year belongs to. */
function period(year: number, precision: number): number {
  if (precision >= 9) return year;
  if (precision === 8) return Math.trunc(year / 10);
  const years = precision === 7 ? 100 : 1000;
  return Math.sign(year) * Math.ceil(Math.abs(year) / years);
}

function numberOf(text: string): Value | undefined {
  const match = NUMBER.exec(text);
  if (match === null) return undefined;
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = match;
  // An era makes it a year and nothing else; a date has no unit.
  if (/\d\s*(?:BCE?|CE|AD)$/i.test(text) || CENTURY.test(text) || DECADE.test(text)) return undefined;
  const scale = SCALE[/\d\s+([a-z]+)/i.exec(text)?.[1]?.toLowerCase() ?? ''] ?? 1;
  const amount = Number(`${sign}${whole.replaceAll(',', '')}${fraction}e${exponent}`) * scale;
  return Number.isFinite(amount) ? { kind: 'number', amount } : undefined;
}

function timeOf(text: string): Value | undefined {
  const full = TIME.exec(text);
  if (full !== null) {
    const [, sign, digits, month = '0', day = '0', stated] = full;
    const written = Number(month) === 0 ? 9 : Number(day) === 0 ? 10 : 11;
    return time((sign === '-' ? -1 : 1) * Number(digits), Number(month), Number(day), stated === undefined ? written : Math.min(written, Number(stated)));
  }
  const year = YEAR.exec(text);
  if (year !== null) {
    const [, sign, digits, era = ''] = year;
    // "3" is hardly a year unless an era says so.
    return Number(digits) < 100 && era === '' ? undefined : time((sign === '-' || /^b/i.test(era) ? -1 : 1) * Number(digits), 0, 0, 9);
  }
  const decade = DECADE.exec(text);
  if (decade !== null) return time(Number(decade[1]), 0, 0, 8);
  const century = CENTURY.exec(text);
  return century === null ? undefined : time((century[2] === undefined ? 1 : -1) * (100 * Number(century[1]) - 50), 0, 0, 7);
}

function time(year: number, month: number, day: number, precision: number): Value {
  return { kind: 'time', year, month, day, precision };
}
