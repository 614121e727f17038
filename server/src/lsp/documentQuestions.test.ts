import { describe, expect, it } from 'vitest';
import { candidate, mention } from '../documents/testing';
import { documentQuestions } from './documentQuestions';
import { opened } from './testing';

describe('documentQuestions', () => {
  const TEXT = '# films\nWho met [Ripley](Q1)?\nWho?';
  const { document, source } = opened('file:///a.questions', TEXT, {
    'Who met Ripley?': { mentions: [mention('Who met Ripley?', 'Ripley', 0.9, [candidate('Q1', 0.9, { label: 'Ellen Ripley', match: 'pinned' })])], answers: [{ id: 'Q3', label: 'Ash', score: 0.91, proofs: [] }] },
  });
  it('gives each question with its place, state and mentions in both coordinates', () => {
    document.entries[0]!.asked = true;
    expect(documentQuestions(document, source, 0)).toEqual({
      version: 1, format: 'plain text', pinnable: true,
      questions: [
        { index: 0, text: 'Who met Ripley?', line: 1, range: { start: 8, end: 29 }, state: 'answered', answer: 'Ash 0.91', corrections: [], mentions: [{ id: 'Q1', label: 'Ellen Ripley', score: 0.81, pinned: true, span: { start: 8, end: 14 }, range: { start: 17, end: 23 } }] },
        { index: 1, text: 'Who?', line: 2, range: { start: 30, end: 34 }, state: 'waiting', answer: '', mentions: [], corrections: [] },
      ],
    });
  });
  it('is empty for what is not open', () => {
    expect(documentQuestions(undefined, undefined, 0)).toEqual({ version: -1, format: '', pinnable: false, questions: [] });
  });
});
