import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { areDrawn, linesToDraw } from './drawnLines';

describe('linesToDraw', () => {
  it('takes a screenful more on both sides, within the document', () => {
    expect(linesToDraw([{ first: 500, last: 600 }], 10_000)).toEqual({ first: 400, last: 700 });
    expect(linesToDraw([{ first: 3, last: 10 }], 12)).toEqual({ first: 0, last: 11 });
    expect(linesToDraw([{ first: 100, last: 110 }, { first: 130, last: 140 }], 1000)).toEqual({ first: 40, last: 200 });
  });
  it('begins at the top where nothing is known to be in view yet', () => {
    expect(linesToDraw([], 10_000)).toEqual({ first: 0, last: 60 });
  });
  it('draws a bounded part, and all that is in view', () => {
    fc.assert(fc.property(fc.nat(20_000), fc.nat(80), fc.nat(20_000), (first, height, more) => {
      const view = [{ first, last: first + height }];
      const drawn = linesToDraw(view, first + height + 1 + more);
      expect(areDrawn(drawn, view)).toBe(true);
      expect(drawn.last - drawn.first).toBeLessThanOrEqual(height + 2 * Math.max(60, height));
    }));
  });
});

describe('areDrawn', () => {
  it('is false as soon as a line in view is not', () => {
    expect([[10, 20], [9, 20], [10, 21]].map(([first = 0, last = 0]) => areDrawn({ first: 10, last: 20 }, [{ first, last }]))).toEqual([true, false, false]);
    expect(areDrawn(undefined, [])).toBe(false);
  });
});
