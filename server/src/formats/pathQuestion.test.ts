import { expect, it } from 'vitest';
import { parseQuestions } from './parseQuestions';
import { inDocument } from './testing';

const CHAIN = 'who is the wife of ada_b \'s father ?\tcleo(cleo/dora/)\tada_b#father#bob#spouse#cleo#<end>#cleo\r\n';
const MEET = 'who plays as Keeper for Kenya ?\tA_ONE\tKeeper#position_inverse#A_ONE#<end>#A_ONE*Kenya#country_inverse#A_ONE#<end>#A_ONE\tA_ONE/B_TWO/\tA_ONE#wears#3';

it('reads a chain with its hops, its gold entity and all answers', () => {
  const { format, questions, problems } = parseQuestions('PQ-2H.txt', CHAIN);
  expect([format, problems]).toEqual(['PathQuestion', []]);
  expect(questions).toMatchObject([{ text: 'who is the wife of ada_b \'s father ?', goldAnswers: ['cleo', 'dora'], hops: 2, complexity: '2 hops', gold: [{ id: 'ada_b', label: 'ada b' }] }]);
  expect(inDocument(CHAIN, questions[0]!, questions[0]!.gold[0]!.span!)).toBe('ada_b');
});

it('reads paths that meet, and says which line is none', () => {
  const source = `${MEET}\nno path\tX\n`;
  const { questions, problems } = parseQuestions('WC-C.txt', source);
  expect(questions).toMatchObject([{ goldAnswers: ['A_ONE', 'B_TWO'], hops: 1, complexity: 'intersection', gold: [{ id: 'Keeper' }, { id: 'Kenya' }] }]);
  expect(problems.map(({ range }) => source.slice(range.start, range.end))).toEqual(['no path\tX']);
});

it('takes the one answer where no list stands beside it', () => {
  expect(parseQuestions('a.txt', 'where ?\tx_y\ta#r#x_y\n').questions[0]?.goldAnswers).toEqual(['x_y']);
});
