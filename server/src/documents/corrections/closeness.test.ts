import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { closeness } from './closeness';

describe('closeness', () => {
  it('counts edits against the longer text', () => {
    expect(closeness('kitten', 'sitting')).toBeCloseTo(1 - 3 / 7);
    expect(closeness('Paris', 'PARIS')).toBe(1);
    expect(closeness('', '')).toBe(1);
    expect(closeness('abc', '')).toBe(0);
  });
  it('is symmetric, one for equal texts only, and the same with a threshold as far as it reaches', () => {
    fc.assert(fc.property(fc.string({ maxLength: 12 }), fc.string({ maxLength: 12 }), fc.double({ min: 0, max: 1, noNaN: true }), (a, b, atLeast) => {
      const value = closeness(a, b);
      expect(closeness(b, a)).toBe(value);
      expect(value === 1).toBe(a.toLowerCase() === b.toLowerCase());
      expect(closeness(a, b, atLeast)).toBe(value >= atLeast ? value : 0);
    }));
  });
});
