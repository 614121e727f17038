import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changeOf, compareRuns, signTest } from './compareRuns';
import { row, runWith, wrongRow } from './testing';

describe('compareRuns', () => {
  it('tells fixed, broken, changed and same, and what only one run has', () => {
    const before = runWith([row(0), wrongRow(1), wrongRow(2), row(3), row(7)]);
    const after = runWith([wrongRow(0), row(1), wrongRow(2, { answers: [{ id: 'Q3', label: 'Three', score: 0.5 }] }), row(3), row(8), row(9)]);
    const { counts, added, removed, n, rows, hits1 } = compareRuns(before, after);
    expect(counts).toEqual({ fixed: 1, broken: 1, changed: 1, same: 1 });
    expect({ added, removed, n }).toEqual({ added: 2, removed: 1, n: 4 });
    expect(rows.map(({ change, after: { index } }) => [change, index])).toEqual([['broken', 0], ['fixed', 1], ['changed', 2]]);
    expect(hits1).toEqual({ before: 0.5, after: 0.5 });
  });

  it('finds a question again that moved, and tells repeated ones apart', () => {
    const twice = { id: '', text: 'Who?' };
    const before = runWith([row(0, twice), wrongRow(1, twice)]);
    const after = runWith([row(0, { id: '', text: 'New?' }), row(1, twice), wrongRow(2, twice)]);
    expect(compareRuns(before, after)).toMatchObject({ counts: { same: 2, fixed: 0, broken: 0 }, added: 1, removed: 0 });
  });

  it('finds no change between a run and itself', () => {
    fc.assert(fc.property(fc.array(fc.boolean()), (rights) => {
      const run = runWith(rights.map((right, k) => (right ? row(k % 3) : wrongRow(k % 3))));
      expect(compareRuns(run, run)).toMatchObject({ counts: { fixed: 0, broken: 0, changed: 0, same: rights.length }, added: 0, removed: 0, chance: 1, rows: [] });
    }));
  });

  it('undoes itself', () => {
    fc.assert(fc.property(fc.array(fc.tuple(fc.boolean(), fc.boolean())), (pairs) => {
      const make = (which: 0 | 1) => runWith(pairs.map((pair, k) => (pair[which] ? row(k) : wrongRow(k))));
      const there = compareRuns(make(0), make(1)).counts;
      const back = compareRuns(make(1), make(0)).counts;
      expect([there.fixed, there.broken]).toEqual([back.broken, back.fixed]);
    }));
  });
});

describe('changeOf', () => {
  it('takes another answer that is as wrong for a change', () => {
    expect(changeOf(wrongRow(0), wrongRow(0, { answers: [] }))).toBe('changed');
    expect(changeOf(wrongRow(0), wrongRow(0, { message: 'other words' }))).toBe('same');
  });
});

describe('signTest', () => {
  it('is the binomial tail', () => {
    expect(signTest(0, 0)).toBe(1);
    expect(signTest(5, 5)).toBe(1);
    expect(signTest(10, 0)).toBeCloseTo(2 / 1024, 10);
    expect(signTest(8, 2)).toBeCloseTo(112 / 1024, 10);
    expect(signTest(2000, 1800)).toBeGreaterThan(0);
  });
});
