import { describe, expect, it } from 'vitest';
import { AbortError } from '../answering/abortError';
import { smallField } from '../answering/smallGraph';
import type { ParsedQuestion } from '../formats/format';
import type { Explanation } from '../protocol';
import { evaluate, type EvaluationSetting } from './evaluate';

const { graph, groups } = smallField([['hamlet', 'author', 'shakespeare'], ['heat', 'cast', 'pacino'], ['heat', 'cast', 'deniro'], ['heat', 'genre', 'crime']]);

const question = (text: string, more: Partial<ParsedQuestion> = {}): ParsedQuestion => ({
  text, range: { start: 0, end: text.length }, offsets: [], gold: [], goldAnswers: null, pins: [], id: '', complexity: '', ...more,
});
const told = (text: string, entity: string, answers: readonly (readonly [string, number])[]): Explanation => ({
  question: text, words: [], plan: null, paths: [], intersection: null, operation: null, summary: '', millis: { mentions: 0, model: 0, hops: 0, rest: 0, total: 1 },
  mentions: [{ start: 0, end: text.length, text, score: 0.9, candidateCount: 1, candidates: [{ id: entity, label: entity, description: '', types: [], match: 'label', name: entity, score: 0.9, parts: { name: 0, fit: 0, relation: 0, prior: 0 } }] }],
  answers: answers.map(([id, score]) => ({ id, label: id, score, proofs: [] })),
});
const setting = (ask: EvaluationSetting['ask'], more: Partial<EvaluationSetting> = {}): EvaluationSetting => ({ graph, groups, ask, ...more });

describe('evaluate', () => {
  it('judges answers, entities and the loose gold of a fact', async () => {
    const [row] = await evaluate([question('heat', { gold: [{ id: 'heat', label: 'Heat', span: null }], goldAnswers: ['deniro'], triple: ['heat', 'cast', 'deniro'] })],
      setting((text) => Promise.resolve(told(text, 'heat', [['pacino', 0.8], ['deniro', 0.1]]))));
    expect(row).toMatchObject({ verdict: 'right', hits1: 1, hits1Strict: 0, entityRight: true, recall: { found: 1, of: 1 }, answerable: true, mentions: [{ start: 0, end: 4, id: 'heat' }] });
    expect(row?.f1).toBeCloseTo(2 / 3);
  });

  it('counts a tie in its share', async () => {
    const [row] = await evaluate([question('heat', { goldAnswers: ['deniro'] })], setting((text) => Promise.resolve(told(text, 'heat', [['pacino', 0.5], ['deniro', 0.5]]))));
    expect(row).toMatchObject({ verdict: 'tied', hits1: 0.5 });
  });

  it('takes declining for right where gold says that there is no answer', async () => {
    const rows = await evaluate([question('a', { goldAnswers: [] }), question('b', { goldAnswers: ['none'] }), question('c', { goldAnswers: ['x'] }), question('d')], setting((text) => Promise.resolve(told(text, 'heat', []))));
    expect(rows.map(({ verdict }) => verdict)).toEqual(['right', 'right', 'wrong', 'unjudged']);
  });

  it('asks again with the gold entities, and tells what each question is told', async () => {
    const asked: unknown[] = [];
    await evaluate([question('heat', { gold: [{ id: 'heat', label: '', span: null }, { id: 'unknown', label: '', span: null }], goldAnswers: ['pacino'] })], setting((text, options) => {
      asked.push(options);
      return Promise.resolve(told(text, 'heat', [['pacino', 1]]));
    }, { withGoldEntities: true, options: { noIntersection: true }, told: (index) => ({ pins: [{ start: index, end: 1, id: 'heat' }] }) }));
    expect(asked).toEqual([{ noIntersection: true, pins: [{ start: 0, end: 1, id: 'heat' }], allCandidates: true }, { noIntersection: true, onlyEntities: ['heat'] }]);
  });

  it('gives every miss its cause, and looks for none where the answer is right', async () => {
    const diagnosed: string[] = [];
    const rows = await evaluate([question('hamlet', { goldAnswers: ['shakespeare'] }), question('heat', { goldAnswers: ['crime'] })], setting((text) => Promise.resolve(told(text, text, [['shakespeare', 1]])), {
      diagnose: ({ question: text }) => {
        diagnosed.push(text);
        return Promise.resolve({ cause: 'wrong-relation', message: 'Another relation.', evidence: [], span: null, gold: null, own: null, winner: null, margin: null, why: null, then: null, expected: null });
      },
    }));
    expect(diagnosed).toEqual(['heat']);
    expect(rows.map(({ cause, message }) => [cause, message])).toEqual([[null, ''], ['wrong-relation', 'Another relation.']]);
  });

  it('goes on where a question cannot be answered, and counts it as wrong', async () => {
    const rows = await evaluate([question('a', { goldAnswers: ['x'] }), question('heat', { goldAnswers: ['pacino'] })], setting((text) => (text === 'a' ? Promise.reject(new Error('too long')) : Promise.resolve(told(text, 'heat', [['pacino', 1]])))));
    expect(rows.map(({ verdict, hits1, message }) => [verdict, hits1, message])).toEqual([['failed', 0, 'too long'], ['right', 1, '']]);
  });

  it('stops when it is cancelled; what was done has been told', async () => {
    const controller = new AbortController();
    const done: number[] = [];
    const running = evaluate([question('a'), question('b'), question('c')], setting((text) => Promise.resolve(told(text, 'heat', [])), {
      signal: controller.signal, onRow: ({ index }) => { done.push(index); if (index === 1) controller.abort(new AbortError('enough')); },
    }));
    await expect(running).rejects.toThrow('enough');
    expect(done).toEqual([0, 1]);
  });

  it('answers the next question while a miss is diagnosed, no more of them, and keeps their order', async () => {
    const asked: string[] = [];
    const diagnosed: (() => void)[] = [];
    const running = evaluate(['a', 'b', 'c', 'd'].map((text) => question(text, { goldAnswers: ['x'] })), setting((text) => {
      asked.push(text);
      return Promise.resolve(told(text, 'heat', [['pacino', 1]]));
    }, { atOnce: 2, diagnose: () => new Promise((resolve) => { diagnosed.push(() => { resolve(null); }); }) }));
    const turn = () => new Promise((resolve) => { setImmediate(resolve); });
    await turn();
    expect(asked).toEqual(['a', 'b']);
    // The second is done before the first.
    diagnosed[1]?.();
    await turn();
    expect(asked).toEqual(['a', 'b']);
    diagnosed[0]?.();
    await turn();
    expect(asked).toEqual(['a', 'b', 'c', 'd']);
    for (const done of diagnosed) done();
    expect((await running).map(({ text }) => text)).toEqual(['a', 'b', 'c', 'd']);
  });

  it('runs only the questions that are wanted, by their index in the file', async () => {
    const rows = await evaluate([question('a'), question('b'), question('c')], setting((text) => Promise.resolve(told(text, 'heat', [])), { only: [2, 0, 9] }));
    expect(rows.map(({ index, text }) => [index, text])).toEqual([[2, 'c'], [0, 'a']]);
  });
});
