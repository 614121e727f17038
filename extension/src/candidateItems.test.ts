import { describe, expect, it } from 'vitest';
import type { Candidate, Mention } from '../../server/src/protocol';
import { candidateItems, mentionOver } from './candidateItems';

const candidate = (id: string, score: number, description = ''): Candidate => ({ id, label: `label ${id}`, description, types: ['film', 'work', 'thing'], match: 'label', name: id, score, parts: { name: 1, fit: 2, relation: 3, prior: 4 } });
const mention = (start: number, end: number, score: number): Mention => ({ start, end, text: '', score, candidates: [candidate('Q1', 0.914, 'a film'), candidate('Q2', 0.004)], candidateCount: 2 });

describe('candidateItems', () => {
  it('keeps the order and says id, score, types and description', () => {
    const [first, second] = candidateItems(mention(0, 3, 1));
    expect(first).toMatchObject({ label: 'label Q1', description: 'Q1 · 91% · name 1.0 fits 2.0 asked 3.0 prior 4.0', detail: 'film, work · a film' });
    expect(second).toMatchObject({ detail: 'film, work', description: 'Q2 · <1% · name 1.0 fits 2.0 asked 3.0 prior 4.0' });
  });
});

describe('mentionOver', () => {
  const mentions = [mention(0, 4, 0.2), mention(0, 9, 0.9), mention(20, 25, 1)];
  it('prefers the very span to a surer one over it', () => {
    expect(mentionOver(mentions, { start: 0, end: 4 })).toBe(mentions[0]);
  });
  it('takes the surest that overlaps, and none that only touches', () => {
    expect(mentionOver(mentions, { start: 2, end: 6 })).toBe(mentions[1]);
    expect(mentionOver(mentions, { start: 9, end: 20 })).toBeUndefined();
  });
});
