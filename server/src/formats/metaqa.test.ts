import { describe, expect, it } from 'vitest';
import { metaqa } from './metaqa';
import { inDocument } from './testing';

const SOURCE = 'which plays did [Émilie 🎭] write\tOne|Two, Three\r\n[Solo] is by whom\tA\r\nno brackets here\tB\r\n';

describe('MetaQA', () => {
  it('reads question, gold span and answers', () => {
    const { questions } = metaqa.parse(SOURCE);
    expect(questions.map(({ text, goldAnswers }) => [text, goldAnswers])).toEqual([['which plays did Émilie 🎭 write', ['One', 'Two, Three']], ['Solo is by whom', ['A']]]);
    expect(questions.map((question) => inDocument(SOURCE, question, question.gold[0]!.span!))).toEqual(['Émilie 🎭', 'Solo']);
    expect(questions.map((question) => inDocument(SOURCE, question, { start: question.text.length - 4, end: question.text.length }))).toEqual(['rite', 'whom']);
  });
  it('says which line is none, and where', () => {
    const { problems } = metaqa.parse(SOURCE);
    expect(problems.map(({ range }) => SOURCE.slice(range.start, range.end))).toEqual(['no brackets here\tB']);
  });
  it('is known by its first lines', () => {
    const detects = (path: string, text: string) => metaqa.detects({ path, anyText: false }, text);
    expect(detects('a/qa_dev.txt', SOURCE.slice(0, SOURCE.indexOf('no brackets')))).toBe(true);
    expect([detects('a.txt', ''), detects('a.txt', 'Who?\n'), detects('a.md', SOURCE), detects('a.txt', '[x] no tab')]).toEqual([false, false, false, false]);
  });
});
