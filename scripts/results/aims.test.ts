import { describe, expect, it } from 'vitest';
import { aimsSummary, aimsTable, pooledError } from './aims';
import type { Tables } from './shape';
import { resultsWith, setWith } from './testing';

const NONE: Tables = { tables: [], aims: {} };
const row = (page: string, start: string): string => page.split('\n').find((line) => line.startsWith(`| ${start}`)) ?? '';

describe('aimsSummary', () => {
  it('counts an aim once: reached, not, or not measured', () => {
    expect(aimsSummary(resultsWith({ wwq_dev_a: setWith(0.4), mintaka_dev_a: setWith(0.1) }), NONE, NONE)).toBe('3 of 15 aims are reached, 2 are not or in part, 10 were not measured.');
  });
});

describe('aimsTable', () => {
  it('says what was not measured', () => {
    expect(row(aimsTable(resultsWith({}), NONE, NONE), 'MetaQA zero-shot')).toMatch(/\| not measured \| not measured \|$/);
  });

  it('does not round a miss into a hit', () => {
    expect(row(aimsTable(resultsWith({ wwq_dev_a: setWith(0.3599) }), NONE, NONE), '`wwq_dev_a`')).toContain('**35.99** | 0 of 1');
    expect(row(aimsTable(resultsWith({ wwq_dev_a: setWith(0.36) }), NONE, NONE), '`wwq_dev_a`')).toMatch(/ 36\.0 \| yes \|$/);
  });

  it('is reached only where all its numbers are', () => {
    const results = resultsWith({ 'by hand: one-hop': setWith(0.9), 'by hand: ambiguous': setWith(0.7) });
    expect(row(aimsTable(results, NONE, NONE), 'written by hand')).toContain('one-hop 90.0; shared names **70.0** | 1 of 2');
  });

  it('takes numbers of other graphs by name', () => {
    expect(row(aimsTable(resultsWith({}), { tables: [], aims: { 'metaqa zero-shot': [0.91, null, 0.5] } }, NONE), 'MetaQA zero-shot'))
      .toContain('1 hop 91.0; 2 hops not measured; 3 hops **50.0** | 1 of 3, 1 not measured');
  });

  it('sets the gold entity against resolution over the questions that have it among their candidates', () => {
    const results = resultsWith({ wwq_dev_a: setWith(0.4, { linked: { n: 10, own: 0.4, given: 0.45 } }), 'by hand: one-hop': setWith(0.9, { linked: { n: 30, own: 0.9, given: 0.9 } }), 'by hand: two-hop': setWith(0.9, { linked: { n: 10, own: 0.8, given: 0.84 } }) });
    expect(row(aimsTable(results, NONE, NONE), 'end to end against')).toContain('wwq_dev_a **5.0**; by hand 1.0');
  });
});

describe('pooledError', () => {
  const measured = (bins: readonly (readonly [from: number, n: number, score: number, right: number])[]) => ({
    n: bins.reduce((sum, [, n]) => sum + n, 0), error: 1, bins: bins.map(([from, n, score, right]) => ({ from, to: from + 0.1, n, score, right })),
  });
  it('puts the bins of the same scores together before it takes the difference', () => {
    expect(pooledError([measured([[0.9, 30, 0.95, 1]]), measured([[0.9, 10, 0.95, 0.8]])])).toBeCloseTo(0);
    expect(pooledError([measured([[0.9, 30, 0.95, 1]]), measured([[0.5, 10, 0.55, 0.15]])])).toBeCloseTo((30 * 0.05 + 10 * 0.4) / 40);
    expect(pooledError([])).toBeNull();
  });
});
