import { describe, expect, it } from 'vitest';
import { jsonLines } from './jsonLines';

const rows = (...objects: object[]) => objects.map((object) => JSON.stringify(object)).join('\r\n');
const detects = (path: string, text: string) => jsonLines.detects({ path, anyText: false }, text);

describe('JSON Lines', () => {
  it('reads both spellings of the keys and leaves others unread', () => {
    const source = rows(
      { id: 3, question: 'Who?', entities: ['Q1'], answers: ['Q2'], program: [{ f: 1 }] },
      { nl_question: 'Where?', qe: ['Q3', 4], ans: [], kg_answers: ['Q5'], complexity: 'count', triple: ['Q3', 'P1', 'Q5'] },
      { utterance: 'When?' },
    );
    const { questions, problems } = jsonLines.parse(source);
    expect(problems).toEqual([]);
    expect(questions.map(({ text, id, goldAnswers, gold }) => [text, id, goldAnswers, gold.map((one) => one.id)])).toEqual([['Who?', '3', ['Q2'], ['Q1']], ['Where?', '', ['Q5'], ['Q3']], ['When?', '', null, []]]);
    expect(questions[1]).toMatchObject({ complexity: 'count', triple: ['Q3', 'P1', 'Q5'] });
    expect(questions.map(({ range }) => source.slice(range.start, range.end))).toEqual(['Who?', 'Where?', 'When?']);
  });
  it('tells a list of no answers from no list', () => {
    expect(jsonLines.parse(rows({ question: 'a', answers: [] })).questions[0]?.goldAnswers).toEqual([]);
  });
  it('reads answers that are no entities', () => {
    expect(jsonLines.parse(rows({ question: 'a', ans: [], raw_answer: [true, 3, '1999'] })).questions[0]?.goldAnswers).toEqual(['true', '3', '1999']);
  });
  it('says which line cannot be read and goes on', () => {
    const { questions, problems } = jsonLines.parse(`{"question": "a"}\n{"question": \n["b"]\n{"x": 1}\n\n{"question": "c"}`);
    expect(questions.map((question) => question.text)).toEqual(['a', 'c']);
    expect(problems).toHaveLength(3);
  });
  it('is known by a first object that holds a question', () => {
    expect([detects('a.jsonl', '{"question": "a"}\n'), detects('a.txt', '\n{"text": "a"}\n'), detects('a.jsonl', '{"level": "info"}\n'), detects('a.json', '{\n"question": "a"}')]).toEqual([true, true, false, false]);
  });
});

it('reads lines of a known data set by its own keys, and leaves graphs unread', () => {
  const source = rows(
    { question: [{ language: 'de', string: 'Wer?' }, { language: 'en', string: 'Who?' }], query: { sparql: 'SELECT ?x WHERE { wd:Q1 wdt:P2 ?x }' }, answers: [{ boolean: true }] },
    { question: 'Where?', graph: [['a', 'r', 'b']], q: 1, uid: 5, hops: 2, answers: ['Paris'] },
  );
  expect(jsonLines.parse(source).questions).toMatchObject([{ text: 'Who?', gold: [{ id: 'Q1' }], goldAnswers: ['true'] }, { text: 'Where?', id: '5', hops: 2, goldAnswers: ['Paris'] }]);
});
