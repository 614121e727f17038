import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { closeness } from './closeness';
import { leastDistance, letterCounts } from './letterCounts';

describe('letter counts', () => {
  it('never say that texts are further apart than they are', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', 'C', 'c', ' ', 'é', '?', '1'), maxLength: 15 });
    fc.assert(fc.property(text, text, text, (left, right, mention) => {
      const distance = (1 - closeness(left, right)) * Math.max(left.length, right.length);
      expect(leastDistance(letterCounts(left), letterCounts(right + mention), letterCounts(mention))).toBeLessThanOrEqual(distance + 1e-9);
    }));
  });
  it('tell apart what shares no letter', () => {
    expect(leastDistance(letterCounts('aaaa'), letterCounts('bbbbb'), letterCounts(''))).toBe(5);
  });
});
