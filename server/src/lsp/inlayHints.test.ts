import { describe, expect, it } from 'vitest';
import { candidate, mention } from '../documents/testing';
import { inlayHintsOf } from './inlayHints';
import { opened } from './testing';

const TEXT = 'Who met Ripley?  => Q5\r\nWhere is [Paris](Q90)?\r\nlast one';
const { document, source } = opened('file:///a.questions', TEXT, {
  'Who met Ripley?': { mentions: [mention('Who met Ripley?', 'Ripley', 0.9, [candidate('Q1', 0.9, { label: 'Ellen Ripley', description: 'heroine' })])], answers: [{ id: 'Q3', label: 'Ash', score: 0.91, proofs: [] }], summary: 'Followed something.' },
  'Where is Paris?': { mentions: [mention('Where is Paris?', 'Paris', 0.9, [candidate('Q90', 1, { match: 'pinned' })])] },
});
const range = (start: number, end: number) => ({ start: { line: start, character: 0 }, end: { line: end, character: 0 } });

describe('inlayHintsOf', () => {
  it('puts the id behind the span, none behind a pin and no answer before it is asked for', () => {
    expect(inlayHintsOf(document, source, range(0, 9), 0)).toMatchObject([{ position: { line: 0, character: 14 }, label: 'Q1', tooltip: 'Ellen Ripley: heroine' }]);
  });
  it('puts the answer at the end of the line, before its break, with the way to the panel', () => {
    const [entry] = document.entries;
    entry!.asked = true;
    const [, answer] = inlayHintsOf(document, source, range(0, 9), 0);
    expect(answer).toMatchObject({ position: { line: 0, character: 22 }, label: [{ value: '→ Ash 0.91', tooltip: 'Followed something.', command: { command: 'hoplens.showInPanel', arguments: [document.uri, 0] } }] });
    expect(inlayHintsOf(document, source, range(0, 9), 0.95)[1]).toMatchObject({ label: [{ value: '→ no answer above 0.95' }] });
  });
  it('looks only at the questions in the range', () => {
    expect(inlayHintsOf(document, source, range(1, 9), 0)).toEqual([]);
  });
});
