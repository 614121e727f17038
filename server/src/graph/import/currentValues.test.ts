import { describe, expect, it } from 'vitest';
import { currentValues } from './currentValues';
import type { LiteralKind } from './graphSource';

function values(property: string, kind: LiteralKind, ...all: string[]): string[] {
  return currentValues(all.map((value) => ['Q1', property, value, kind] as const)).map((row) => row[2]);
}

describe('currentValues', () => {
  it.each([
    ['a population: the greatest', 'P1082', ['+20916', '+21607', '+21425'], '+21607'],
    ['children a woman: the least', 'P4841', ['+1.66', '+1.26', '+1.38'], '+1.26'],
    ['an area: the median, of an even number the lower', 'P2046', ['+7659861Q712226', '+410977Q712226', '+8148250Q712226', '+7692024Q712226'], '+7659861Q712226'],
    ['a single value', 'P2046', ['+5Q712226'], '+5Q712226'],
    ['a number with bounds', 'P2044', ['+187Q11573', '+196[+195,+197]Q11573', '+200Q11573'], '+196[+195,+197]Q11573'],
  ])('keeps of %s', (_, property, all, kept) => {
    expect(values(property, 'quantity', ...all)).toEqual([kept]);
  });

  it('keeps quantities in the unit that is commonest for the property', () => {
    const rows = [['Q1', 'P2044', '+243Q3710', 'quantity'], ['Q1', 'P2044', '+74Q11573', 'quantity'], ['Q2', 'P2044', '+9Q11573', 'quantity'], ['Q3', 'P2044', '+8Q3710', 'quantity']] as const;
    const more = [...rows, ['Q4', 'P2044', '+7Q11573', 'quantity'] as const];
    expect(currentValues(more).map((row) => `${row[0]} ${row[2]}`)).toEqual(['Q1 +74Q11573', 'Q2 +9Q11573', 'Q3 +8Q3710', 'Q4 +7Q11573']);
  });

  it.each([
    ['a birth: the day before the year', 'P569', ['^1937-01-01T00:00:00Z/9', '^1937-05-16T00:00:00Z/11'], '^1937-05-16T00:00:00Z/11'],
    ['two days of birth: the first', 'P569', ['^1915-12-09T00:00:00Z/11', '^1915-12-07T00:00:00Z/11'], '^1915-12-09T00:00:00Z/11'],
    ['a film that opened in several countries: the earliest', 'P577', ['^2001-09-13T00:00:00Z/11', '^2001-06-29T00:00:00Z/11'], '^2001-06-29T00:00:00Z/11'],
    ['a film with year and day: the day', 'P577', ['^1980-01-01T00:00:00Z/9', '^1980-12-19T00:00:00Z/11'], '^1980-12-19T00:00:00Z/11'],
    ['a founding in another year: the earlier year', 'P571', ['^1988-11-13T00:00:00Z/11', '^1933-01-01T00:00:00Z/9'], '^1933-01-01T00:00:00Z/9'],
    ['a founding before our era: the earlier', 'P571', ['^-0100-01-01T00:00:00Z/9', '^-0300-01-01T00:00:00Z/9'], '^-0300-01-01T00:00:00Z/9'],
  ])('keeps of %s', (_, property, all, kept) => {
    expect(values(property, 'time', ...all)).toEqual([kept]);
  });

  it('keeps all strings, and does not mix entities or properties', () => {
    expect(values('P1448', 'string', '"a"', '"b"')).toEqual(['"a"', '"b"']);
    const rows = [['Q1', 'P1082', '+1', 'quantity'], ['Q2', 'P1082', '+2', 'quantity'], ['Q1', 'P2046', '+3', 'quantity']] as const;
    expect(currentValues(rows)).toEqual(rows);
  });
});
