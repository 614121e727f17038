import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { confidenceOf } from './confidence';
import { reportOf } from './report';
import { row, wrongRow } from './testing';

const unjudged = row(9, { verdict: 'unjudged', goldAnswers: null, hits1: null, hits1Strict: null, f1: null });

describe('reportOf', () => {
  it('counts every question with gold answers, failed ones as wrong, and no others', () => {
    const report = reportOf([row(0), wrongRow(1), row(2, { verdict: 'failed', hits1: 0, hits1Strict: 0, f1: 0, answers: [], answerCount: 0, plan: null }), unjudged]);
    expect(report).toMatchObject({ n: 4, judged: 3, failed: 1, hits1: 0.33333 });
  });

  it('measures "no answer" as a class of its own', () => {
    const none = { goldAnswers: [], answers: [], answerCount: 0 };
    const report = reportOf([row(0, none), wrongRow(1, { ...none, answers: [{ id: 'Q2', label: 'Two', score: 1 }], answerCount: 1 }), wrongRow(2, { answers: [], answerCount: 0 }), row(3)]);
    expect(report.noAnswer).toEqual({ n: 2, declined: 2, precision: 0.5, recall: 0.5 });
    expect(report.withAnswer).toMatchObject({ n: 2, hits1: 0.5 });
  });

  it('sets the gold-entity score beside the own score of the same questions', () => {
    const report = reportOf([row(0, { given: { hits1: 1, hits1Strict: 1 } }), wrongRow(1, { given: { hits1: 1, hits1Strict: 0 } }), wrongRow(2)]);
    expect(report.goldEntity).toEqual({ n: 2, hits1: 1, hits1Strict: 0.5, own: 0.5, gap: 0.5 });
  });

  it('groups by complexity, plan, operation and cause, the largest group first', () => {
    const report = reportOf([row(0, { complexity: 'count', operation: 'count' }), wrongRow(1, { complexity: 'yesno' }), wrongRow(2, { complexity: 'count' }), wrongRow(3, { cause: 'ambiguous', plan: null })]);
    expect(report.byComplexity.map(({ name, n, hits1 }) => [name, n, hits1])).toEqual([['count', 2, 0.5], ['yesno', 1, 0]]);
    expect(report.byOperation.map(({ name, n }) => [name, n])).toEqual([['list', 2], ['count', 1]]);
    expect(report.byPlan.map(({ name, n }) => [name, n])).toEqual([['one-hop', 3]]);
    expect(report.byCause).toEqual([{ cause: 'wrong-relation', n: 2 }, { cause: 'ambiguous', n: 1 }]);
  });

  it('counts recall over gold entities, not questions', () => {
    expect(reportOf([row(0, { recall: { found: 1, of: 3 } }), row(1, { recall: { found: 1, of: 1 } }), row(2)]).mentionRecall).toBe(0.5);
  });

  it('measures nothing on nothing', () => {
    expect(reportOf([])).toMatchObject({ n: 0, hits1: 0, mentionRecall: null, entityAccuracy: null, byCause: [], confidence: { error: null } });
  });
});

describe('confidenceOf', () => {
  const scored = (score: number, hits1: number) => row(0, { answers: [{ id: 'Q1', label: 'One', score }], hits1 });

  it('is without error where scores say how often they are right', () => {
    const rows = Array.from({ length: 10 }, (_, k) => scored(0.8, k < 8 ? 1 : 0));
    expect(confidenceOf(rows).error).toBeCloseTo(0);
    expect(confidenceOf(rows).bins[8]).toMatchObject({ n: 10, right: 0.8 });
  });

  it('leaves out what has no answer or no gold', () => {
    expect(confidenceOf([row(0, { answers: [] }), unjudged]).n).toBe(0);
  });

  it('puts every answer into one bin, and errs by no more than 1', () => {
    fc.assert(fc.property(fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true })), { minLength: 1 }), (all) => {
      const { n, bins, error } = confidenceOf(all.map(([score, hits1]) => scored(score, hits1)));
      expect(n).toBe(all.length);
      expect(bins.reduce((sum, bin) => sum + bin.n, 0)).toBe(n);
      expect(error).toBeGreaterThanOrEqual(0);
      expect(error).toBeLessThanOrEqual(1);
    }));
  });
});
