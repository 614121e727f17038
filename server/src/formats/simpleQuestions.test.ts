import { expect, it } from 'vitest';
import { simpleQuestions } from './simpleQuestions';

const SOURCE = 'Q1\tP57\tQ2\twho directed that one\r\nQ3\tR50\tQ4\tname a book by that person  \nQ3\t50\tQ4\tbroken';

it('reads gold entity, fact and answer; R stands for the inverse', () => {
  const { questions, problems } = simpleQuestions.parse(SOURCE);
  expect(questions.map(({ text, gold, goldAnswers, triple }) => ({ text, gold: gold[0]?.id, goldAnswers, triple }))).toEqual([
    { text: 'who directed that one', gold: 'Q1', goldAnswers: ['Q2'], triple: ['Q1', 'P57', 'Q2'] },
    { text: 'name a book by that person', gold: 'Q3', goldAnswers: ['Q4'], triple: ['Q4', 'P50', 'Q3'] },
  ]);
  expect(questions.map(({ range }) => SOURCE.slice(range.start, range.end))).toEqual(['who directed that one', 'name a book by that person']);
  expect(problems.map(({ range }) => SOURCE.slice(range.start, range.end))).toEqual(['Q3\t50\tQ4\tbroken']);
});
