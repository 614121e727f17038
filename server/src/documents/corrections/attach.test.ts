import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { attach } from './attach';
import { newCorrection } from './newCorrection';
import type { PlacedCorrection } from './sidecarFile';

const asked = (...texts: readonly string[]) => texts.map((text) => ({ text, id: '' }));
const on = (questions: readonly { readonly text: string; readonly id: string }[], index: number, words: string): PlacedCorrection => {
  const start = questions[index]?.text.indexOf(words) ?? -1;
  return { correction: newCorrection(questions, index, { kind: 'none', span: { start, end: start + words.length }, author: '' }), range: { start: 0, end: 0 } };
};
const HANKS = 'Who wrote films starring Tom Hanks?';
const one = on(asked(HANKS), 0, 'Tom Hanks');

describe('a correction and the questions of its file', () => {
  it('is found by the question\'s text and the words, wherever the question went', () => {
    const { attached, orphans } = attach([one], asked('Where is Paris?', HANKS));
    expect(attached).toMatchObject([{ question: 1, span: { start: 25, end: 34 }, exact: true }]);
    expect(orphans).toEqual([]);
  });

  it('knows which of two equal questions is meant, and takes the last where there are fewer', () => {
    const second = on(asked(HANKS, 'x', HANKS), 2, 'Tom Hanks');
    expect(second.correction.questionOccurrence).toBe(2);
    expect(attach([second], asked(HANKS, HANKS, HANKS)).attached[0]?.question).toBe(1);
    expect(attach([second], asked('x', HANKS)).attached[0]?.question).toBe(1);
  });

  it('goes by the file\'s own id where two questions are equal', () => {
    const questions = [{ text: HANKS, id: 'a' }, { text: HANKS, id: 'b' }];
    const second = on(questions, 1, 'Tom Hanks');
    expect(attach([second], [...questions].reverse()).attached[0]?.question).toBe(0);
  });

  it('knows which of two equal words is meant', () => {
    const text = 'Is Paris in Paris?';
    const correction = newCorrection(asked(text), 0, { kind: 'none', span: { start: 12, end: 17 }, author: '' });
    expect(correction.mentionOccurrence).toBe(2);
    expect(attach([{ correction, range: { start: 0, end: 0 } }], asked(text)).attached[0]?.span).toEqual({ start: 12, end: 17 });
  });

  it('follows its question when a word of it changes, as long as only one comes close', () => {
    expect(attach([one], asked('Who wrote the films starring Tom Hanks?', 'Where is Paris?')).attached).toMatchObject([{ question: 0, exact: false, span: { start: 29, end: 38 } }]);
    const twice = attach([one], asked('Who wrote the films starring Tom Hanks?', 'Who wrote films with Tom Hanks?'));
    expect(twice.attached).toEqual([]);
    expect(twice.orphans[0]?.why).toContain('several questions');
  });

  it('waits without a question where none comes close, or the words are gone', () => {
    expect(attach([one], asked('Where is Paris?')).orphans[0]?.why).toContain('no question');
    expect(attach([one], asked('Who wrote films starring Tom Hardy?')).orphans).toHaveLength(1);
  });

  it('is not taken over by a question that stood beside its own', () => {
    const other = 'Who wrote films starring Tom Hanks today?';
    expect(attach([one], asked(other)).attached).toHaveLength(1);
    expect(attach([one], asked(other), () => new Set([HANKS, other])).orphans).toHaveLength(1);
  });

  it('follows the file\'s id through a greater change, and not through a new question under that id', () => {
    const mine = on([{ text: HANKS, id: 'q7' }], 0, 'Tom Hanks');
    expect(attach([mine], [{ text: 'Which people wrote films with Tom Hanks?', id: 'q7' }]).attached).toMatchObject([{ question: 0, exact: false }]);
    expect(attach([mine], [{ text: 'How old is Tom Hanks?', id: 'q7' }]).orphans).toHaveLength(1);
  });

  it('never comes off, and never moves, by any edit of other lines', () => {
    const line = fc.oneof(fc.constantFrom(HANKS, `${HANKS} `, 'Who wrote films starring Tom Hank?', 'Who films Tom Hanks?', ''), fc.string());
    const edit = fc.record({ at: fc.nat(20), remove: fc.nat(3), insert: fc.array(line, { maxLength: 3 }) });
    fc.assert(fc.property(fc.array(line, { maxLength: 8 }), fc.array(line, { maxLength: 8 }), fc.array(edit, { maxLength: 6 }), (above, below, edits) => {
      const start = [...above, HANKS, ...below];
      const correction = on(asked(...start), above.length, 'Tom Hanks');
      let mine = above.length;
      let lines = start;
      for (const { at, remove, insert } of edits) {
        const place = at % (lines.length + 1);
        // Other lines only: the edit neither removes nor splits the question's own line.
        const gone = place <= mine ? Math.min(remove, mine - place) : Math.min(remove, lines.length - place);
        lines = [...lines.slice(0, place), ...insert, ...lines.slice(place + gone)];
        if (place <= mine) mine += insert.length - gone;
      }
      expect(lines[mine]).toBe(HANKS);
      const { attached, orphans } = attach([correction], asked(...lines));
      expect(orphans).toEqual([]);
      const [found] = attached;
      expect(lines[found?.question ?? -1]).toBe(HANKS);
      expect(found?.exact).toBe(true);
      // Without further lines of the very same text it is the very same line.
      if (lines.filter((text) => text === HANKS).length === 1) expect(found?.question).toBe(mine);
    }));
  });
});
