import { describe, expect, it } from 'vitest';
import { askedOnce } from './askedOnce';

describe('askedOnce', () => {
  it('asks what was asked before no second time, whatever signal comes with it', async () => {
    const asked: unknown[] = [];
    const ask = askedOnce((question, options) => {
      asked.push([question, options.onlyEntities]);
      return Promise.resolve({ question, words: [], mentions: [], plan: null, paths: [], intersection: null, operation: null, answers: [], summary: '', millis: { mentions: 0, model: 0, hops: 0, rest: 0, total: 0 } });
    });
    const first = await ask('a', { onlyEntities: ['Q1'] });
    expect(await ask('a', { onlyEntities: ['Q1'], signal: new AbortController().signal })).toBe(first);
    await ask('a', { onlyEntities: ['Q2'] });
    await ask('a', {});
    await ask('b', {});
    expect(asked).toEqual([['a', ['Q1']], ['a', ['Q2']], ['a', undefined], ['b', undefined]]);
  });
});
