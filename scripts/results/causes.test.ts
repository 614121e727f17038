import { describe, expect, it } from 'vitest';
import { CAUSES } from '../../server/src/protocol';
import { causesTable } from './causes';
import { resultsWith, setWith } from './testing';

describe('causesTable', () => {
  it('counts every cause, ten by name and the rest together, most frequent first', () => {
    const set = setWith(0);
    const byCause = CAUSES.map((cause, k) => ({ cause, n: k + 1 }));
    const lines = causesTable(resultsWith({ wwq_dev_a: { ...set, report: { ...set.report, byCause } }, 'by hand: one-hop': { ...set, report: { ...set.report, byCause: byCause.slice(0, 1) } } })).split('\n');
    expect(lines).toHaveLength(2 + 10 + 2);
    expect(lines[2]).toContain(`| ${CAUSES.at(-1) ?? ''} |`);
    expect(lines.at(-2)).toContain('rest');
    expect(lines.at(-1)).toContain(`| ${String((CAUSES.length * (CAUSES.length + 1)) / 2 + 1)} |`);
  });

  it('says that nothing was diagnosed', () => {
    expect(causesTable(resultsWith({ wwq_dev_a: setWith(0) }))).toBe('Not measured.');
  });
});
