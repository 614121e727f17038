import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { goldSet } from './goldMatch';
import { f1, hitsAt1, percentile } from './metrics';

const answer = (id: string, score: number) => ({ id, label: id, score });

describe('hitsAt1', () => {
  it('is the share of gold among the tied', () => {
    expect(hitsAt1([answer('a', 0.9), answer('b', 0.9), answer('c', 0.5)], goldSet(['a', 'c']))).toBe(0.5);
  });

  it('is nothing without answers, unless there is none', () => {
    expect(hitsAt1([], goldSet(['a']))).toBe(0);
    expect(hitsAt1([], goldSet([]))).toBe(1);
    expect(hitsAt1([answer('a', 1)], goldSet([]))).toBe(0);
  });

  it('compares a literal by its value', () => {
    expect(hitsAt1([{ id: '', value: '^1879', label: '1879', score: 1 }], goldSet(['^1879']))).toBe(1);
  });
});

describe('f1', () => {
  it('counts the set returned', () => {
    expect(f1([answer('a', 1), answer('b', 1)], goldSet(['a', 'c']))).toBeCloseTo(0.5);
    expect(f1([], goldSet([]))).toBe(1);
    expect(f1([], goldSet(['a']))).toBe(0);
    expect(f1([answer('a', 1)], goldSet([]))).toBe(0);
  });

  it('takes a gold answer that is listed twice for one', () => {
    expect(f1([answer('a', 1), answer('b', 1)], goldSet(['a', 'b', 'a']))).toBe(1);
  });
});

describe('percentile', () => {
  it('is one of the values and grows with p', () => {
    fc.assert(fc.property(fc.array(fc.integer(), { minLength: 1 }), fc.nat(100), fc.nat(100), (values, p, q) => {
      expect(values).toContain(percentile(values, p));
      if (p <= q) expect(percentile(values, p)).toBeLessThanOrEqual(percentile(values, q));
    }));
  });
});
