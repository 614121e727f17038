import { describe, expect, it } from 'vitest';
import { candidate, mention } from '../documents/testing';
import { documentQuestions, documentSummary } from './documentQuestions';
import { MOST_QUESTIONS, type QuestionsWanted } from '../protocol';
import { opened } from './testing';

describe('documentQuestions', () => {
  const TEXT = '# films\nWho met [Ripley](Q1)?\nWho?';
  const { document, source } = opened('file:///a.questions', TEXT, {
    'Who met Ripley?': { mentions: [mention('Who met Ripley?', 'Ripley', 0.9, [candidate('Q1', 0.9, { label: 'Ellen Ripley', match: 'pinned' })])], answers: [{ id: 'Q3', label: 'Ash', score: 0.91, proofs: [] }] },
  });
  it('gives each question with its place, state and mentions in both coordinates', () => {
    document.entries[0]!.asked = true;
    expect(documentQuestions(document, source, { span: { start: 0, end: TEXT.length } }, 0)).toEqual({
      version: 1,
      questions: [
        { index: 0, text: 'Who met Ripley?', line: 1, range: { start: 8, end: 29 }, state: 'answered', answer: 'Ash 0.91', corrections: [], mentions: [{ id: 'Q1', label: 'Ellen Ripley', score: 0.81, pinned: true, span: { start: 8, end: 14 }, range: { start: 17, end: 23 } }] },
        { index: 1, text: 'Who?', line: 2, range: { start: 30, end: 34 }, state: 'waiting', answer: '', mentions: [], corrections: [] },
      ],
    });
  });
  it('is empty for what is not open', () => {
    expect(documentQuestions(undefined, undefined, { offset: 0 }, 0)).toEqual({ version: -1, questions: [] });
    expect(documentSummary(undefined)).toEqual({ version: -1, format: '', pinnable: false, count: 0 });
  });
  it('gives those that a part of the text touches, the one at an offset or on its line, or one by its index', () => {
    const indices = (wanted: QuestionsWanted) => documentQuestions(document, source, wanted, 0).questions.map(({ index }) => index);
    expect([indices({ span: { start: 0, end: 7 } }), indices({ span: { start: 20, end: 30 } }), indices({ span: { start: 31, end: 99 } })]).toEqual([[], [0, 1], [1]]);
    expect([indices({ offset: 2 }), indices({ offset: 29 }), indices({ offset: 34 })]).toEqual([[], [0], [1]]);
    expect([indices({ index: 1 }), indices({ index: 2 })]).toEqual([[1], []]);
  });
  it('gives a bounded part of a file of thousands, which is told of as a whole', () => {
    const many = opened('file:///many.questions', Array.from({ length: 3000 }, (_, k) => `Who is ${String(k)}?`).join('\n'));
    expect(documentQuestions(many.document, many.source, { span: { start: 0, end: 1e9 } }, 0).questions).toHaveLength(MOST_QUESTIONS);
    expect(documentQuestions(many.document, many.source, { index: 2999 }, 0).questions).toMatchObject([{ index: 2999, line: 2999, text: 'Who is 2999?' }]);
    expect(documentSummary(many.document)).toEqual({ version: 1, format: 'plain text', pinnable: true, count: 3000 });
  });
});
