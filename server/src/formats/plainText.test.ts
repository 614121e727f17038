import { describe, expect, it } from 'vitest';
import { plainText } from './plainText';

const detects = (path: string, anyText: boolean) => plainText.detects({ path, anyText }, '');

describe('plain text', () => {
  it('is a question a line, without comments and blank lines, in the right place under CRLF', () => {
    const source = '# Film\r\nWho directed it?\r\n\r\n  - Where is Paris? => Q142\r\nlast';
    const { questions, problems } = plainText.parse(source);
    expect(questions.map((question) => question.text)).toEqual(['Who directed it?', 'Where is Paris?', 'last']);
    expect(questions.map(({ range }) => source.slice(range.start, range.end))).toEqual(['Who directed it?', 'Where is Paris?', 'last']);
    expect(problems).toEqual([]);
  });
  it('is always what ends in .questions, and text only where any text counts', () => {
    expect(detects('file:///a/b.questions', false)).toBe(true);
    expect(detects('/a/b.txt', false)).toBe(false);
    expect([detects('/a/b.txt', true), detects('untitled:Untitled-1', true), detects('/a/b.json', true), detects('/a/b.ts', true)]).toEqual([true, true, false, false]);
  });
});
