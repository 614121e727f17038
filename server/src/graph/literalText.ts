import type { Literal } from './knowledgeGraph';

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];

/** A literal as the pack keeps it: kind and value, a line each. */
export function literalKey(kind: Literal['kind'], value: string): string {
  return `${kind}\n${value}`;
}

/** Undoes {@link literalKey}. An unknown kind is read as a string. */
export function literalOfKey(key: string): { readonly kind: Literal['kind']; readonly value: string } {
  const end = key.indexOf('\n');
  const kind = key.slice(0, end);
  return { kind: kind === 'time' || kind === 'quantity' || kind === 'coordinate' ? kind : 'string', value: key.slice(end + 1) };
}

/**
 * A literal as a person reads it, from KGTK's notation (Wikidata's data model): `^1452-04-15T00:00:00Z/11` with precision 11 day, 10 month, 9 year,
 * 8 decade, 7 century; `+170.5[±][Q-unit]` with the unit's label.
 */
export function literalText(value: string, kind: Literal['kind'], unitLabel: (id: string) => string): string {
  if (kind === 'time') return timeText(value);
  if (kind === 'quantity') return quantityText(value, unitLabel);
  return value.replace(/^"(.*)"$/, '$1');
}

function timeText(value: string): string {
  const match = /^\^?([+-]?)(\d+)-(\d\d)-(\d\d)T[^/]*(?:\/(\d+))?$/.exec(value);
  if (match === null) return value;
  const [, sign, digits = '', month = '', day = '', precision = '11'] = match;
  const year = Number(digits);
  const era = sign === '-' ? ' BC' : '';
  const named = MONTHS[Number(month) - 1];
  const detail = Number(precision);
  if (detail >= 11 && named !== undefined && Number(day) > 0) return `${String(Number(day))} ${named} ${String(year)}${era}`;
  if (detail === 10 && named !== undefined) return `${named} ${String(year)}${era}`;
  if (detail === 8) return `${String(year - (year % 10))}s${era}`;
  if (detail === 7) return `${ordinal(Math.ceil(year / 100))} century${era}`;
  return `${String(year)}${era}`;
}

function ordinal(n: number): string {
  const suffix = n % 100 >= 11 && n % 100 <= 13 ? 'th' : (['th', 'st', 'nd', 'rd'][n % 10] ?? 'th');
  return `${String(n)}${suffix}`;
}

function quantityText(value: string, unitLabel: (id: string) => string): string {
  const match = /^\+?(-?[\d.]+)(?:e([+-]?\d+))?(?:\[[^\]]*\])?(Q\d+)?$/i.exec(value);
  if (match === null) return value;
  const [, number = '', exponent, unit] = match;
  const amount = Number(exponent === undefined ? number : `${number}e${exponent}`);
  const text = Number.isInteger(amount) ? amount.toLocaleString('en-US') : amount.toLocaleString('en-US', { maximumFractionDigits: 4 });
  const name = unit === undefined ? '' : unitLabel(unit);
  return name === '' ? text : `${text} ${name}`;
}
