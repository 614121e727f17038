import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FormatProblem } from './format';
import { itemStart, parseQuestionLine } from './questionLine';
import { inDocument } from './testing';

const parse = (text: string, problems: FormatProblem[] = []) => parseQuestionLine({ text, start: 0 }, Math.max(0, itemStart(text)), problems);

describe('parseQuestionLine', () => {
  it('takes pins out of the text and finds them again', () => {
    const source = 'Who acted with [Tom Hanks](Q2263) in [Cast Away](HL-0042)?';
    const question = parse(source)!;
    expect(question.text).toBe('Who acted with Tom Hanks in Cast Away?');
    expect(question.pins).toEqual([{ start: 15, end: 24, id: 'Q2263' }, { start: 28, end: 37, id: 'HL-0042' }]);
    expect(question.pins.map((pin) => inDocument(source, question, pin))).toEqual(['Tom Hanks', 'Cast Away']);
    expect(inDocument(source, question, { start: 25, end: 27 })).toBe('in');
  });
  it('leaves an ordinary link and bare brackets alone', () => {
    expect(parse('Who made [this](page.md) and [that]?')?.text).toBe('Who made [this](page.md) and [that]?');
  });
  it('reads expected answers, and says where they are missing', () => {
    expect(parse('Where is it? => Q90,  Paris ,')).toMatchObject({ text: 'Where is it?', goldAnswers: ['Q90', 'Paris'], range: { start: 0, end: 12 } });
    const problems: FormatProblem[] = [];
    expect(parse('Where is it? =>  ', problems)).toMatchObject({ text: 'Where is it?', goldAnswers: null });
    expect(problems).toMatchObject([{ range: { start: 13, end: 17 } }]);
  });
  it('is none for a line that holds no question', () => {
    expect([parse(''), parse('   '), parse('=> Q90')]).toEqual([undefined, undefined, undefined]);
  });
  it('keeps a year or a decimal number at the start', () => {
    expect(parse('1984 was written by whom?')?.text).toBe('1984 was written by whom?');
    expect(parse('  2) Who?')).toMatchObject({ text: 'Who?', range: { start: 5, end: 9 } });
  });
  it('finds every character at its place, whatever is pinned', () => {
    const word = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 6 }).map((text) => text.replace(/[[\]()=>\s#*+-]/g, '') || 'x');
    fc.assert(fc.property(fc.array(fc.tuple(word, fc.boolean()), { minLength: 1, maxLength: 6 }), (words) => {
      const source = words.map(([text, pinned]) => (pinned ? `[${text}](Q7)` : `a${text}`)).join(' ');
      const question = parseQuestionLine({ text: source, start: 0 }, 0, [])!;
      expect(question.text).toBe(words.map(([text, pinned]) => (pinned ? text : `a${text}`)).join(' '));
      for (let k = 0; k < question.text.length; k++) expect(inDocument(source, question, { start: k, end: k + 1 })).toBe(question.text[k]);
      expect(question.pins.map((pin) => inDocument(source, question, pin))).toEqual(words.flatMap(([text, pinned]) => (pinned ? [text] : [])));
    }));
  });
});
