import { timeValue } from '../literalValue';

const ISO = /^(-?)(\d{1,6})(?:-(\d\d)(?:-(\d\d))?)?$/;
const KGTK = /^\^[+-]?\d+-\d\d-\d\dT/;

/**
 * A date as a person writes it (ISO 8601: `1969`, `1969-07`, `1969-07-20`; `-0044` is 44 BC as in Wikidata) in the notation of the graph (KGTK), with its
 * precision; a date in that notation and the empty text stay as they are. Undefined for anything else.
 */
export function kgtkDate(text: string): string | undefined {
  if (text === '' || KGTK.test(text)) return text;
  const match = ISO.exec(text);
  if (match === null) return undefined;
  const [, sign = '', year = '', month, day] = match;
  if (Number(month ?? 1) < 1 || Number(month ?? 1) > 12 || Number(day ?? 1) < 1 || Number(day ?? 1) > 31) return undefined;
  return `^${sign}${year.padStart(4, '0')}-${month ?? '01'}-${day ?? '01'}T00:00:00Z/${day !== undefined ? '11' : month !== undefined ? '10' : '9'}`;
}

/** Whether a period ends in a year before that in which it begins; both in the notation of the graph, empty where open. */
export function isBackwards(from: string, to: string): boolean {
  return from !== '' && to !== '' && Math.floor(timeValue(to)) < Math.floor(timeValue(from));
}
