import { describe, expect, it } from 'vitest';
import type { DocumentQuestion } from '../../server/src/protocol';
import { mentionAt, questionAt } from './questionAt';

const mention = { range: { start: 12, end: 15 }, span: { start: 2, end: 5 }, id: 'Q1', label: 'one', score: 0.9, pinned: false };
const question = (index: number, line: number, start: number, end: number): DocumentQuestion => ({ index, text: '', line, range: { start, end }, state: 'linked', mentions: [mention], corrections: [], answer: '' });
const QUESTIONS = [question(0, 1, 10, 20), question(1, 2, 25, 40)];

describe('questionAt', () => {
  it('finds the question around an offset, both ends included', () => {
    expect([10, 15, 20].map((offset) => questionAt(QUESTIONS, offset, 9)?.index)).toEqual([0, 0, 0]);
  });
  it('falls back to the line, so that a cursor before a bullet or after => counts', () => {
    expect(questionAt(QUESTIONS, 22, 2)?.index).toBe(1);
    expect(questionAt(QUESTIONS, 5, 0)).toBeUndefined();
  });
});

describe('mentionAt', () => {
  it('includes the end of the span and nothing beyond', () => {
    expect(mentionAt(question(0, 0, 10, 20), 15)).toBe(mention);
    expect(mentionAt(question(0, 0, 10, 20), 16)).toBeUndefined();
  });
});
