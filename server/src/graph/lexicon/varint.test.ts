import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeVarints, encodeVarints, startsOf } from './varint';

describe('varints', () => {
  it('come back as they went in', () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: 0, max: 0xffffffff })), values => {
      expect([...decodeVarints(encodeVarints(values))]).toEqual(values);
    }));
  });

  it('take one byte below 128', () => {
    expect([...encodeVarints([0, 127, 128])]).toEqual([0, 127, 128, 1]);
  });

  it('leave out a number that is cut short', () => {
    expect([...decodeVarints(Uint8Array.of(5, 128))]).toEqual([5]);
  });

  it('sum to starts', () => {
    expect([...startsOf(Uint32Array.of(2, 0, 3))]).toEqual([0, 2, 2, 5]);
  });
});
