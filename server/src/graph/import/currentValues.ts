import type { GraphSource } from './graphSource';

type LiteralRow = GraphSource['literals'][number];

/** Readings over time that rise where they change at all (population, followers, visitors, staff, human development …): the greatest is the latest. */
const RISING = new Set(['P1082', 'P8687', 'P3872', 'P1971', 'P2196', 'P1128', 'P1174', 'P1081', 'P2250', 'P2142', 'P2403']);
/** Readings over time that fall (children a woman, suicide rate): the least is the latest. */
const FALLING = new Set(['P4841', 'P3864']);
/** Dates of one event in several places (publication, opening): the first counts. */
const EARLIEST = new Set(['P571', 'P577', 'P580', 'P1191', 'P1619', 'P2031', 'P1249']);

/**
 * The value of one property of one entity that a person would be told. The extract keeps all values and does not date them, so this is a rule of thumb, a value
 * at most for quantities and for dates:
 *
 * - quantities in several units: only those in the unit that is commonest for the property;
 * - readings over time: the greatest or least, by the property; other quantities: the median (of the values, the lower one);
 * - dates: the most precise; among several, the earliest for an event in many places, else the one that stands first;
 * - strings and coordinates: all.
 *
 * @param rows literals, those of one entity and property anywhere in them
 * @returns some of the rows, in the order of the first row of each entity and property
 */
export function currentValues(rows: readonly LiteralRow[]): LiteralRow[] {
  const units = commonestUnits(rows);
  const groups = new Map<string, LiteralRow[]>();
  for (const row of rows) {
    const key = `${row[0]} ${row[1]}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [row]);
    else group.push(row);
  }
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined || group.length === 1) return group;
    const [, property, , kind] = first;
    if (kind === 'quantity') return quantity(group, property, units.get(property) ?? '');
    return kind === 'time' ? [date(group, property)] : group;
  });
}

function quantity(group: readonly LiteralRow[], property: string, unit: string): LiteralRow[] {
  const inUnit = group.filter((row) => unitOf(row[2]) === unit);
  const sorted = (inUnit.length > 0 ? inUnit : group).toSorted((a, b) => Number.parseFloat(a[2]) - Number.parseFloat(b[2]));
  if (RISING.has(property)) return sorted.slice(-1);
  const place = FALLING.has(property) ? 0 : (sorted.length - 1) >> 1;
  return sorted.slice(place, place + 1);
}

function date(group: readonly LiteralRow[], property: string): LiteralRow {
  const better = EARLIEST.has(property) ? isEarlier : isMorePrecise;
  return group.reduce((best, row) => (better(row[2], best[2]) ? row : best));
}

/** Within one year the more precise date, though the year alone sorts first. */
function isEarlier(value: string, other: string): boolean {
  const years = yearOf(value) - yearOf(other);
  const precision = precisionOf(value) - precisionOf(other);
  return years < 0 || (years === 0 && (precision > 0 || (precision === 0 && value < other)));
}

function isMorePrecise(value: string, other: string): boolean {
  return precisionOf(value) > precisionOf(other);
}

/** The unit at the end of a quantity, such as `Q11573`; empty for a bare number. */
function unitOf(value: string): string {
  return /(Q\d+)$/.exec(value)?.[1] ?? '';
}

function precisionOf(value: string): number {
  return Number(/\/(\d+)$/.exec(value)?.[1] ?? 11);
}

/** The year of a date, negative before our era. */
function yearOf(value: string): number {
  return Number.parseInt(value.replace(/^\^/, ''), 10);
}

function commonestUnits(rows: readonly LiteralRow[]): ReadonlyMap<string, string> {
  const counts = new Map<string, Map<string, number>>();
  for (const [, property, value, kind] of rows) {
    if (kind !== 'quantity') continue;
    let units = counts.get(property);
    if (units === undefined) counts.set(property, (units = new Map<string, number>()));
    const unit = unitOf(value);
    units.set(unit, (units.get(unit) ?? 0) + 1);
  }
  return new Map([...counts].map(([property, units]) => [property, [...units].reduce((a, b) => (b[1] > a[1] ? b : a))[0]]));
}
