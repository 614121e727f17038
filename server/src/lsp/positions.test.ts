import { describe, expect, it } from 'vitest';
import { candidate, mention } from '../documents/testing';
import { mentionAt, questionAt, questionsIn, spanOf } from './positions';
import { opened } from './testing';

const { document, source } = opened('file:///a.questions', '- Who met Ripley? => Q1\n\nLast?', { 'Who met Ripley?': { mentions: [mention('Who met Ripley?', 'Ripley', 0.9, [candidate('Q1', 1)])] } });
const at = (line: number, character: number) => ({ line, character });

describe('questionAt', () => {
  it('finds the question on the text, and on the rest of its line', () => {
    expect([at(0, 4), at(0, 0), at(0, 23), at(2, 1)].map((position) => questionAt(document, source, position)?.index)).toEqual([0, 0, 0, 1]);
    expect(questionAt(document, source, at(1, 0))).toBeUndefined();
  });
});

it('mentionAt finds the mention under a position, not behind it', () => {
  expect(mentionAt(document, source, at(0, 10))?.shown.best.id).toBe('Q1');
  expect(mentionAt(document, source, at(0, 15))?.shown.best.id).toBe('Q1');
  expect(mentionAt(document, source, at(0, 16))).toBeUndefined();
});

it('questionsIn takes every question that the range touches', () => {
  const indices = (start: number, end: number) => questionsIn(document, spanOf(source, { start: at(start, 0), end: at(end, 0) })).map(({ index }) => index);
  expect([indices(0, 1), indices(1, 2), indices(0, 9), indices(1, 1)]).toEqual([[0], [1], [0, 1], []]);
});
