import { describe, expect, it } from 'vitest';
import type { ShownMention } from '../documents/questionEntry';
import { candidate, mention } from '../documents/testing';
import type { Candidate } from '../protocol';
import { mentionMarkdown } from './mentionHover';

const QUESTION = 'Who met Ripley?';
function shown(candidates: readonly [Candidate, ...Candidate[]], candidateCount = candidates.length): ShownMention {
  return { mention: { ...mention(QUESTION, 'Ripley', 0.9, candidates), candidateCount }, best: candidates[0], range: { start: 0, end: 6 }, score: 0.9 * candidates[0].score, pinned: false, corrections: [] };
}
const RIPLEY = candidate('Q1', 0.8, { label: 'Ellen Ripley', description: 'heroine of *Alien*', types: ['character', 'warrant officer'], match: 'alias', name: 'Ripley', parts: { name: 2.26, fit: 1, relation: 3, prior: -0.4 } });
const TOM = candidate('Q2', 0.003, { label: 'Tom | Ripley', parts: { name: 1, fit: 0, relation: -30, prior: 0 } });

describe('mentionMarkdown', () => {
  const lines = mentionMarkdown(shown([RIPLEY, TOM], 9), 'https://example.org/Q1').split('\n\n');
  it('says first who it is', () => {
    expect(lines[0]).toBe('**Ellen Ripley** `Q1` · character, warrant officer');
    expect(lines[1]).toBe('heroine of \\*Alien\\*');
  });
  it('then how sure, and of what that is made', () => {
    expect(lines[2]).toBe('**72% sure**: span 90%, entity 80%; found by an alias “Ripley”. Name 2.3, fits the question 1.0, has what is asked 3.0, prior −0.4.');
  });
  it('then the runners-up with the same parts, in a table that no label can break', () => {
    const rows = lines[3]!.split('\n');
    expect(rows).toHaveLength(4);
    expect(rows.map((row) => row.split(/(?<!\\)\|/).length)).toEqual([9, 9, 9, 9]);
    expect(rows[3]).toContain('Tom \\| Ripley');
    expect(rows[3]).toContain('| \\<1% | 1.0 | 0.0 | – | 0.0 |');
  });
  it('then how many more there are, and the page', () => {
    expect(lines.slice(4)).toEqual(['7 more candidates', '[Open page](https://example.org/Q1)']);
  });
  it('says when there is no other, and does not round to certainty', () => {
    const alone = mentionMarkdown({ ...shown([candidate('Q1', 1)]), score: 0.9999 }, '');
    expect(alone).toContain('No other entity of the graph bears this name.');
    expect(alone).toContain('**\\>99% sure**');
    expect(alone).not.toContain('Open page');
  });
});
