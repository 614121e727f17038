import { expect, it } from 'vitest';
import { markdownList } from './markdownList';
import { inDocument } from './testing';

it('takes the items of lists and nothing else', () => {
  const source = '# Title\n\nSome prose.\n\n- Who is [Tom](Q2263)?\n1. Where? => Q90\n- [x] When?\n\n```\n- no question\n```\n* Why?';
  const { questions } = markdownList.parse(source);
  expect(questions.map((question) => question.text)).toEqual(['Who is Tom?', 'Where?', 'When?', 'Why?']);
  expect(inDocument(source, questions[0]!, questions[0]!.pins[0]!)).toBe('Tom');
  expect(questions[1]!.goldAnswers).toEqual(['Q90']);
});
