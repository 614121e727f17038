import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { AnswerOptions } from '../../server/src/answering/answerer';
import { openPipeline, type Opened } from '../../server/src/answering/openPipeline';
import { answerQuestion } from '../../server/src/answering/pipeline';

/** "What if" over the shipped pack and bundle. */
let opened: Opened;
beforeAll(async () => {
  opened = await openPipeline({ graph: join('media', 'graph', 'wikidata.hlpack'), model: join('media', 'model') });
});
const answer = (question: string, options?: AnswerOptions) => answerQuestion(opened.pipeline, question, options);
const labels = async (question: string, options?: AnswerOptions) => (await answer(question, options)).answers.map(({ label }) => label);

describe('a relation that is given', () => {
  const HAMLET = 'Who wrote Hamlet?';
  it('is followed instead of the model\'s own', async () => {
    expect(await labels(HAMLET)).toEqual(['William Shakespeare']);
    const told = await answer(HAMLET, { forcedRelations: [{ hop: 1, id: 'P674', inverse: false }], forcedPlan: 'one-hop' });
    expect(told.answers.map(({ label }) => label)).toContain('Yorick');
    expect(told.answers.map(({ label }) => label)).not.toContain('William Shakespeare');
    expect(told.paths[0]?.hops[0]?.relations[0]).toMatchObject({ id: 'P674', score: 1 });
  });

  it('at the second hop excludes plans of one hop', async () => {
    const told = await answer(HAMLET, { forcedRelations: [{ hop: 2, id: 'P19', inverse: false }] });
    expect(told.plan?.scores['one-hop']).toBe(0);
    expect(told.plan?.scores.intersection).toBe(0);
    expect(told.paths[0]?.hops[1]?.relations[0]).toMatchObject({ id: 'P19', score: 1 });
  });

  it('may be given for one of several paths that meet', async () => {
    const question = 'Who did Natalie Portman play in Star Wars?';
    const wars = { start: question.indexOf('Star'), end: question.length - 1 };
    const told = await answer(question, { forcedPlan: 'intersection', forcedRelations: [{ hop: 1, id: 'P1441', inverse: true, mention: wars }] });
    const path = told.paths.find(({ mention }) => told.mentions[mention]?.text === 'Star Wars');
    expect(path?.hops[0]?.relations[0]).toMatchObject({ id: 'P1441', inverse: true, score: 1 });
    expect(told.paths.some(({ hops }) => hops[0]?.relations[0]?.id === 'P175')).toBe(true);
  });

  it.each([undefined, 'one-hop', 'intersection'] as const)('that nothing has leaves no answer (plan %s), instead of being passed over', async (forcedPlan) => {
    const told = await answer(HAMLET, { forcedRelations: [{ hop: 1, id: 'P1082', inverse: false }], ...(forcedPlan === undefined ? {} : { forcedPlan }) });
    expect(told.answers).toEqual([]);
  });
});

describe('a plan that is given', () => {
  it('is followed', async () => {
    const told = await answer('Who wrote Hamlet?', { forcedPlan: 'two-hop' });
    expect(told.plan?.name).toBe('two-hop');
    expect(told.paths[0]?.hops).toHaveLength(2);
  });
});

describe('operations switched off', () => {
  it('leave what the paths reach, as it is', async () => {
    const question = 'How many children did Johann Sebastian Bach have?';
    expect((await answer(question)).operation?.name).toBe('count');
    const told = await answer(question, { noOperations: true });
    expect(told.operation).toBeNull();
    expect(told.answers.map(({ label }) => label)).toContain('Carl Philipp Emanuel Bach');
  });
});
