import { getEventListeners } from 'node:events';
import { MessageChannel } from 'node:worker_threads';
import { afterEach, describe, expect, it } from 'vitest';
import { smallField } from '../../answering/smallGraph';
import type { Explanation } from '../../protocol';
import { diagnoseMiss } from '../causes/diagnose';
import type { Judged, Prediction } from '../causes/judged';
import { RemoteDiagnoser } from './diagnoser';
import { serveDiagnoses } from './serve';

const FIELD = smallField([['alien', 'director', 'scott'], ['alien', 'cast', 'weaver'], ['heat', 'director', 'mann']]);
const JUDGED: Judged = { question: 'who directed alien', gold: [{ id: 'alien', label: 'alien', span: null }], goldAnswers: ['scott'] };
const TOLD: Prediction = { mentions: [{ span: { start: 13, end: 18 }, score: 0.9, candidates: [{ id: 'alien', label: 'alien', score: 0.9 }] }], leading: [0], plan: 'one-hop', arms: [], operation: null, answers: [{ id: 'weaver', label: 'weaver', score: 0.9 }] };
const EMPTY: Explanation = { question: '', words: [], mentions: [], plan: null, paths: [], intersection: null, operation: null, answers: [], summary: '', millis: { mentions: 0, model: 0, hops: 0, rest: 0, total: 0 } };

const opened: MessageChannel[] = [];
function remote(): RemoteDiagnoser {
  const channel = new MessageChannel();
  opened.push(channel);
  serveDiagnoses(channel.port2, FIELD);
  return new RemoteDiagnoser(channel.port1);
}
afterEach(() => { for (const { port1 } of opened.splice(0)) port1.close(); });

describe('a diagnosis in another thread', () => {
  it('finds what it finds in this one, and asks here what is to be run again', async () => {
    const asked: (readonly unknown[])[] = [];
    const ask = (question: string, { signal, ...options }: object & { signal?: AbortSignal }) => {
      asked.push([question, options, signal?.aborted]);
      return Promise.resolve(EMPTY);
    };
    const there = await remote().diagnose(JUDGED, TOLD, { ask, signal: new AbortController().signal });
    const runs = asked.splice(0);
    expect(there).toEqual(await diagnoseMiss(JUDGED, TOLD, { field: FIELD, ask }));
    expect(there).toMatchObject({ cause: 'wrong-relation' });
    expect(runs.length).toBeGreaterThan(0);
    expect(runs).toEqual(asked.map(([question, options]) => [question, options, false]));
  });

  it('lets go of the signal with every question: a run of ten thousand has one', async () => {
    const { signal } = new AbortController();
    const diagnoser = remote();
    for (let k = 0; k < 3; k++) await diagnoser.diagnose(JUDGED, TOLD, { ask: () => Promise.resolve(EMPTY), signal });
    expect(getEventListeners(signal, 'abort')).toEqual([]);
  });

  it('runs nothing again where it may not', async () => {
    expect(await remote().diagnose(JUDGED, TOLD, { ask: null })).toMatchObject({ cause: 'wrong-relation', evidence: [] });
  });

  it('keeps several apart', async () => {
    const diagnoser = remote();
    const right: Prediction = { ...TOLD, answers: [{ id: 'scott', label: 'scott', score: 0.9 }] };
    const ask = () => new Promise<Explanation>((resolve) => { setImmediate(() => { resolve(EMPTY); }); });
    const found = await Promise.all([TOLD, right, TOLD].map((told) => diagnoser.diagnose(JUDGED, told, { ask })));
    expect(found.map((miss) => miss?.cause)).toEqual(['wrong-relation', undefined, 'wrong-relation']);
  });

  it('passes on what goes wrong with a run', async () => {
    await expect(remote().diagnose(JUDGED, TOLD, { ask: () => Promise.reject(new TypeError('too long')) })).rejects.toMatchObject({ name: 'TypeError', message: 'too long' });
  });

  it('is withdrawn at once, whatever it waits for', async () => {
    const controller = new AbortController();
    const diagnoser = remote();
    const running = diagnoser.diagnose(JUDGED, TOLD, { ask: () => new Promise(() => { controller.abort(); }), signal: controller.signal });
    await expect(running).rejects.toMatchObject({ name: 'AbortError' });
    await expect(diagnoser.diagnose(JUDGED, TOLD, { ask: null, signal: controller.signal })).rejects.toMatchObject({ name: 'AbortError' });
    expect(await diagnoser.diagnose(JUDGED, TOLD, { ask: null })).toMatchObject({ cause: 'wrong-relation' });
  });

  it('refuses once the other end is gone', async () => {
    const diagnoser = remote();
    const running = diagnoser.diagnose(JUDGED, TOLD, { ask: () => new Promise(() => undefined) });
    diagnoser.fail(new Error('gone'));
    await expect(running).rejects.toThrow('gone');
    await expect(diagnoser.diagnose(JUDGED, TOLD, { ask: null })).rejects.toThrow('gone');
  });
});
