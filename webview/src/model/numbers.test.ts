import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { count, filled, raw, score, timings } from './numbers';

describe('score', () => {
  it.each([[0.94, '0.94'], [1, '1.00'], [0, '0.00'], [0.997, '>0.99'], [0.001, '<0.01'], [0.992, '0.99'], [Number.NaN, '–']])('%f reads %s', (value, text) => {
    expect(score(value)).toBe(text);
  });

  it('says 1.00 and 0.00 only of what is exactly that', () => {
    fc.assert(fc.property(fc.double({ min: 0, max: 1, noNaN: true, minExcluded: true, maxExcluded: true }), (value) => {
      expect(['1.00', '0.00']).not.toContain(score(value));
    }));
  });
});

describe('raw', () => {
  it('carries a sign, and names the floor', () => {
    expect([raw(2.34), raw(-0.4), raw(0.01), raw(-0.01), raw(-30)]).toEqual(['+2.3', '−0.4', '0.0', '0.0', 'none']);
  });
});

it('counts in words', () => {
  expect([count(1, 'entity', 'entities'), count(1204, 'entity', 'entities'), count(0, 'answer')]).toEqual(['1 entity', '1,204 entities', '0 answers']);
});

it('keeps a bar inside its frame', () => {
  fc.assert(fc.property(fc.double(), (value) => {
    const width = Number.parseFloat(filled(value));
    expect(width).toBeGreaterThanOrEqual(0);
    expect(width).toBeLessThanOrEqual(100);
  }));
});

it('names each stage', () => {
  expect(timings({ total: 142.4, mentions: 0.31, model: 140, hops: 1.25, rest: 0 })).toBe('142 ms: mentions 0.3 · model 140 · hops 1.3 · rest 0.0');
});
