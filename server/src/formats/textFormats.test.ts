import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseQuestions } from './parseQuestions';
import { inDocument } from './testing';

const QUESTION = fc.array(fc.constantFrom('who', 'is', '😀', '"so"', 'a\\b', 'x,y', '𝔘', 'naïve', "L'Aquila", '\\u00e9', '""', 'Q90', 'P17'), { minLength: 1, maxLength: 6 }).map((words) => `why ${words.join(' ')}?`);

/** How formats of plain characters write their questions; `newline` may be `\r\n`. */
const WRITERS: readonly { readonly format: string; readonly path: string; readonly gold?: string; readonly write: (questions: readonly string[], newline: string) => string }[] = [
  { format: 'plain text', path: 'a.questions', write: (questions, newline) => questions.map((text) => `  ${text} => Q90`).join(newline) },
  { format: 'Markdown list', path: 'a.md', write: (questions, newline) => ['# Title', ...questions.map((text, k) => `${String(k + 1)}. ${text}`)].join(newline) },
  { format: 'SimpleQuestions', path: 'a.txt', gold: 'Q1', write: (questions, newline) => questions.map((text) => `Q1\tR57\tQ90\t${text}`).join(newline) },
  { format: 'MetaQA', path: 'a.txt', gold: 'Heat', write: (questions, newline) => questions.map((text) => `[Heat] ${text}\tQ90`).join(newline) },
  { format: 'PathQuestion', path: 'a.txt', gold: 'a_b', write: (questions, newline) => questions.map((text) => `${text}\tQ90\ta_b#r#Q90#<end>#Q90`).join(newline) },
];

describe.each(WRITERS)('$format', ({ format, path, write, gold }) => {
  it('finds its questions, letter for letter, whatever ends a line and whether the last has an end', () => {
    fc.assert(fc.property(fc.array(QUESTION, { minLength: 1, maxLength: 5 }), fc.constantFrom('\n', '\r\n'), fc.boolean(), (texts, newline, ended) => {
      const source = `${write(texts, newline)}${ended ? newline : ''}`;
      const file = parseQuestions(path, source);
      expect([file.format, file.problems]).toEqual([format, []]);
      expect(file.questions.map(({ text }) => text)).toEqual(texts.map((text) => (format === 'MetaQA' ? `Heat ${text}` : text)));
      for (const question of file.questions) {
        for (let at = 0; at < question.text.length; at++) expect(inDocument(source, question, { start: at, end: at + 1 })).toBe(question.text[at]);
        if (format !== 'Markdown list') expect(question.goldAnswers).toEqual(['Q90']);
        expect(question.gold.map(({ id }) => id)).toEqual(gold === undefined ? [] : [gold]);
      }
    }), { numRuns: 60 });
  });
});

it('a query has its question in the comment above it', () => {
  fc.assert(fc.property(QUESTION, fc.constantFrom('\n', '\r\n'), fc.constantFrom('# ', '#', '  ## '), (text, newline, mark) => {
    const source = `${newline}${mark}${text} ${newline}SELECT ?x WHERE {${newline} wd:Q64 wdt:P6 ?x }`;
    const { questions, problems } = parseQuestions('a.rq', source);
    expect(problems).toEqual([]);
    expect(questions).toMatchObject([{ text, gold: [{ id: 'Q64' }] }]);
    expect(source.slice(questions[0]?.range.start, questions[0]?.range.end)).toBe(text);
  }));
});
