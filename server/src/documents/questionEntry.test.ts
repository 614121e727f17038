import { describe, expect, it } from 'vitest';
import { parseQuestions } from '../formats/parseQuestions';
import { answerText, keyOf, linkedOf, shownMentions, type QuestionEntry } from './questionEntry';
import { candidate, explanation, mention } from './testing';

const TEXT = 'Who met [Star Wars](Q17738) today?';
const [question] = parseQuestions('a.questions', TEXT).questions;
const entry = (more: Partial<QuestionEntry> = {}): QuestionEntry => ({ question: question!, linked: undefined, asked: false, error: undefined, ...more });
const linked = (mentions: Parameters<typeof explanation>[1], answers: Parameters<typeof explanation>[2] = []) => linkedOf(explanation(question!.text, mentions, answers), question!);

describe('shownMentions', () => {
  it('shows the surest of overlapping spans, in order, at their places behind a pin', () => {
    const text = question!.text;
    const shown = shownMentions(entry({ linked: linked([
      mention(text, 'Wars', 0.5, [candidate('Q1', 1)]), mention(text, 'Star Wars', 0.9, [candidate('Q2', 0.5, { match: 'pinned' })]),
      mention(text, 'today', 0.1, [candidate('Q3', 1)]), mention(text, 'Who', 0.4, [candidate('Q4', 1)]), mention(text, 'met', 0.9, []),
    ]) }));
    expect(shown.map(({ best, score, pinned, range }) => [best.id, score, pinned, TEXT.slice(range.start, range.end)])).toEqual([['Q4', 0.4, false, 'Who'], ['Q2', 0.45, true, 'Star Wars']]);
  });
  it('always shows what is pinned in the text, however little it takes part, before a surer span over the same words', () => {
    const text = question!.text;
    const shown = shownMentions(entry({ linked: linked([mention(text, 'Wars today', 0.9, [candidate('Q1', 1)]), mention(text, 'Star Wars', 0.01, [candidate('Q17738', 1, { match: 'pinned' })])]) }));
    expect(shown.map(({ best }) => best.id)).toEqual(['Q17738']);
  });
  it('shows nothing before the question is linked', () => {
    expect(shownMentions(entry())).toEqual([]);
  });
});

describe('linkedOf', () => {
  it('keeps few candidates, and all where a gold entity is to be ranked', () => {
    const many = [mention(question!.text, 'Who', 1, Array.from({ length: 12 }, (_, k) => candidate(`Q${String(k)}`, 0.1)))];
    expect(linked(many).mentions[0]?.candidates).toHaveLength(5);
    expect(linkedOf(explanation('', many), { ...question!, gold: [{ id: 'Q9', label: '', span: null }] }).mentions[0]?.candidates).toHaveLength(12);
  });
});

describe('answerText', () => {
  const text = (answers: Parameters<typeof explanation>[2], minimum = 0) => answerText(entry({ asked: true, linked: linked([], answers) }), minimum);
  it('is empty until it was asked for', () => {
    expect(answerText(entry({ linked: linked([], [['x', 1]]) }), 0)).toBe('');
  });
  it('names three answers, counts the others and gives the best score', () => {
    expect(text([['A', 0.973]])).toBe('A 0.97');
    expect([text([['A', 0.9999]]), text([['A', 1]])]).toEqual(['A >0.99', 'A 1.00']);
    expect(text([['A', 0.9], ['B', 0.9], ['C', 0.8], ['D', 0.7], ['E', 0.1]])).toBe('A, B, C and 2 more 0.90');
  });
  it('leaves out what is below the minimum, and says when nothing is left', () => {
    expect(text([['A', 0.9], ['B', 0.05]], 0.1)).toBe('A 0.90');
    expect(text([['B', 0.05]], 0.1)).toBe('no answer above 0.1');
    expect(text([])).toBe('no answer in the graph');
  });
  it('says when it failed', () => {
    expect(answerText(entry({ asked: true, error: 'x' }), 0)).toBe('could not be answered');
  });
});

it('keyOf depends on text and pins, not on the place or the gold', () => {
  const key = (text: string) => keyOf(parseQuestions('a.questions', text).questions[0]!);
  expect(key('\n\n- Who? => Q1')).toBe(key('Who?'));
  expect(key('[Who](Q1)?')).not.toBe(key('Who?'));
  expect(key('[Who](Q1)?')).not.toBe(key('[Who](Q2)?'));
});
