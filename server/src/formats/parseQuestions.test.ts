import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FORMATS, formatNamed, parseQuestions } from './parseQuestions';

describe('parseQuestions', () => {
  it('tells the formats apart by ending and content', () => {
    const format = (path: string, text: string) => parseQuestions(path, text).format;
    expect(format('a.json', '[{"question": "x", "questionEntity": [], "complexityType": "y"}]')).toBe('Mintaka');
    expect(format('a.jsonl', '{"question": "x"}')).toBe('JSON Lines');
    expect(format('a.txt', 'Q1\tP2\tQ3\twho')).toBe('SimpleQuestions');
    expect(format('a.txt', 'who is [x]\ty')).toBe('MetaQA');
    expect(format('a.md', '- who?')).toBe('Markdown list');
    expect(format('a.questions', 'who?')).toBe('plain text');
  });
  it('reads no questions out of a file that is none', () => {
    expect(parseQuestions('package.json', '{\n  "name": "x"\n}')).toMatchObject({ format: '', questions: [], problems: [{ range: { start: 0, end: 1 } }] });
    expect(parseQuestions('notes.txt', 'Buy milk', { anyText: false }).questions).toEqual([]);
  });
  it('counts a byte order mark as a character of the document', () => {
    expect(parseQuestions('a.questions', '\uFEFFWho?').questions[0]).toMatchObject({ text: 'Who?', range: { start: 1, end: 5 } });
  });
  it('names every format once', () => {
    expect(new Set(FORMATS.map(({ name }) => name)).size).toBe(FORMATS.length);
    expect(FORMATS.map(({ name }) => formatNamed(name))).toEqual(FORMATS);
  });
  it('never throws, and keeps every question inside the document and apart from the others', () => {
    const piece = fc.constantFrom('\n', '\r\n', '\t', '[', ']', '(Q1)', '](Q2263)', '=>', '#', '- ', '{"question": "', '"}', '"', '\\u00e9', '\\', '🎬', 'Q1\tP2\tQ3\t', 'who?', '|', '\uFEFF', '"questionEntity": ', '"complexityType": ');
    const path = fc.constantFrom('a.json', 'a.jsonl', 'a.txt', 'a.md', 'a.questions', 'a');
    fc.assert(fc.property(path, fc.array(piece, { maxLength: 25 }), (name, pieces) => {
      const text = pieces.join('');
      let last = 0;
      for (const question of parseQuestions(name, text).questions) {
        expect(question.range.start).toBeGreaterThanOrEqual(last);
        expect(question.range.end).toBeLessThanOrEqual(text.length);
        expect(question.offsets[0]?.question).toBe(0);
        last = question.range.end;
      }
    }), { numRuns: 500 });
  });
});

it('takes no list of texts for questions where only what is surely a question file counts', () => {
  const told = (path: string, text: string): readonly boolean[] => [true, false].map((anyText) => parseQuestions(path, text, { anyText }).questions.length > 0);
  expect(told('a.json', '[{"text": "Save the file"}]')).toEqual([true, false]);
  expect(told('a.json', '[{"text": "Who?", "answers": ["Q1"]}]')).toEqual([true, true]);
  expect(told('a.csv', 'key,text\n1,Save')).toEqual([true, false]);
  expect(told('a.csv', 'text,sparql\nWho?,x')).toEqual([true, true]);
});
