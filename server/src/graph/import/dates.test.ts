import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { timeValue } from '../literalValue';
import { isBackwards, kgtkDate } from './dates';

describe('kgtkDate', () => {
  it('reads a year, a month and a day, each with its precision', () => {
    expect(['1969', '1969-07', '1969-07-20', '-0044-03-15', '800'].map(kgtkDate)).toEqual([
      '^1969-01-01T00:00:00Z/9', '^1969-07-01T00:00:00Z/10', '^1969-07-20T00:00:00Z/11', '^-0044-03-15T00:00:00Z/11', '^0800-01-01T00:00:00Z/9',
    ]);
  });

  it('leaves what is in the notation of the graph, and nothing, as they are', () => {
    expect(['^1969-07-20T00:00:00Z/11', ''].map(kgtkDate)).toEqual(['^1969-07-20T00:00:00Z/11', '']);
  });

  it('refuses anything else', () => {
    expect(['July 1969', '1969-13', '1969-07-32', '20.7.1969', '1969-7-20', '+1969'].map(kgtkDate)).toEqual(Array(6).fill(undefined));
  });

  it('knows a period that ends before it begins, as far as both are precise', () => {
    const backwards = (from: string, to: string): boolean => isBackwards(kgtkDate(from) ?? '', kgtkDate(to) ?? '');
    expect([backwards('1994', '1990'), backwards('1990-05', '1990'), backwards('1990', ''), backwards('', '1990'), backwards('-0044', '-0050')]).toEqual([true, false, false, false, true]);
  });

  it('gives every year the value that years are compared by', () => {
    fc.assert(fc.property(fc.integer({ min: -3000, max: 3000 }), (year) => {
      expect(timeValue(kgtkDate(String(year)) ?? '')).toBe(year === 0 ? 0 : year);
    }));
  });
});
