import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { firstFrom, rising } from './rising';

describe('firstFrom', () => {
  it('finds the first place that is not below the number, within the bounds', () => {
    fc.assert(fc.property(fc.array(fc.nat(50)), fc.nat(60), fc.nat(10), (numbers, least, low) => {
      const list = Uint32Array.from(numbers).sort();
      const from = Math.min(low, list.length);
      const found = list.findIndex((one, place) => place >= from && one >= least);
      expect(firstFrom(list, least, from)).toBe(found < 0 ? list.length : found);
    }));
  });
});

describe('rising', () => {
  it('orders infinite numbers too', () => {
    expect([3, Infinity, -Infinity, -Infinity, 0].sort(rising)).toEqual([-Infinity, -Infinity, 0, 3, Infinity]);
  });
});
