import { expect, it } from 'vitest';
import type { DocumentQuestion } from '../../server/src/protocol';
import { mentionAt } from './mentionAt';

const mention = { range: { start: 12, end: 15 }, span: { start: 2, end: 5 }, id: 'Q1', label: 'one', score: 0.9, pinned: false };
const QUESTION: DocumentQuestion = { index: 0, text: '', line: 0, range: { start: 10, end: 20 }, state: 'linked', mentions: [mention], corrections: [], answer: '' };

it('includes the end of the span and nothing beyond', () => {
  expect(mentionAt(QUESTION, 15)).toBe(mention);
  expect(mentionAt(QUESTION, 16)).toBeUndefined();
});
