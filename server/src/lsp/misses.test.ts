import { describe, expect, it } from 'vitest';
import { smallField } from '../answering/smallGraph';
import type { AnswerOptions } from '../answering/answerer';
import { candidate, explanation, mention } from '../documents/testing';
import type { Diagnoser } from '../evaluation/diagnoser/diagnoser';
import type { Explanation } from '../protocol';
import { diagnoseMiss } from '../evaluation/causes/diagnose';
import { Misses } from './misses';
import { opened } from './testing';

const FIELD = smallField([['alien', 'director', 'scott'], ['alien', 'cast', 'weaver'], ['heat', 'director', 'mann']]);
const QUESTION = 'who directed alien';
const told: Partial<Explanation> = {
  mentions: [mention(QUESTION, 'alien', 0.9, [candidate('alien', 0.9)])], answers: [{ id: 'weaver', label: 'weaver', score: 0.9, proofs: [] }],
};
const turn = () => new Promise((resolve) => { setImmediate(resolve); });

function setting(line: string, waiting = 0) {
  const { document } = opened('file:///a.jsonl', line, { [QUESTION]: told });
  const asked: AnswerOptions[] = [];
  const changed: string[] = [];
  const answerer = {
    graph: FIELD.graph, modelName: '', close: () => Promise.resolve(),
    answer: (question: string, options: AnswerOptions = {}) => {
      asked.push(options);
      return Promise.resolve({ ...explanation(question, []), ...told });
    },
  };
  const diagnoser: Diagnoser = { diagnose: (judged, prediction, asked) => diagnoseMiss(judged, prediction, { field: FIELD, ...asked }) };
  const misses = new Misses({ documents: { get: () => document, waiting: () => waiting }, graph: () => ({ graph: FIELD.graph, groups: FIELD.groups, answerer, diagnoser, relationFrequency: {} }), changed: (uri) => { changed.push(uri); } });
  return { document, misses, asked, changed };
}
const settled = async () => { for (let k = 0; k < 20; k++) await turn(); };

describe('Misses', () => {
  it('finds the cause of a missed question and says that there is something new', async () => {
    const { document, misses, asked, changed } = setting(`{"question": "${QUESTION}", "entities": ["alien"], "answers": ["scott"]}`);
    const entry = document.entries[0]!;
    expect(misses.of(entry)).toBeUndefined();
    misses.want(document);
    await settled();
    expect(misses.of(entry)).toMatchObject({ cause: 'wrong-relation', expected: { arms: [{ relations: [{ id: 'director' }] }] } });
    expect(asked[0]).toMatchObject({ allCandidates: true });
    expect(asked.slice(1).every(({ onlyEntities }) => onlyEntities?.[0] === 'alien')).toBe(true);
    expect(changed).toEqual([document.uri]);
  });
  it('runs nothing again for a question that is answered right, nor for one without gold', async () => {
    for (const line of [`{"question": "${QUESTION}", "entities": ["alien"], "answers": ["weaver"]}`, `{"question": "${QUESTION}"}`]) {
      const { document, misses, asked } = setting(line);
      misses.want(document);
      await settled();
      expect(asked).toEqual([]);
    }
  });
  it('waits until the document is linked', async () => {
    const { document, misses, asked } = setting(`{"question": "${QUESTION}", "answers": ["scott"]}`, 3);
    misses.want(document);
    await settled();
    expect(asked).toEqual([]);
  });
  it('forgets what it knew of another answer or another gold', async () => {
    const { document, misses } = setting(`{"question": "${QUESTION}", "entities": ["alien"], "answers": ["scott"]}`);
    const entry = document.entries[0]!;
    misses.want(document);
    await settled();
    entry.question = { ...entry.question, goldAnswers: ['mann'] };
    expect(misses.of(entry)).toBeUndefined();
    misses.want(document);
    await settled();
    expect(misses.of(entry)).toMatchObject({ cause: 'fact-missing' });
    entry.linked = { ...entry.linked!, summary: '' };
    expect(misses.of(entry)).toBeUndefined();
  });
});
