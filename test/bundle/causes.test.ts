import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { openPipeline, type Opened } from '../../server/src/answering/openPipeline';
import { answerQuestion } from '../../server/src/answering/pipeline';
import { diagnoseMiss } from '../../server/src/evaluation/causes/diagnose';
import type { Judged } from '../../server/src/evaluation/causes/judged';
import { otherPrediction, predictionOf, type OtherPrediction } from '../../server/src/evaluation/causes/prediction';
import { parseQuestions } from '../../server/src/formats/parseQuestions';
import { CAUSES, type Miss } from '../../server/src/protocol';

/** Every cause, planted in questions that the shipped model answers as people mean them: the id of each is its cause. The same file is opened end to end. */
let opened: Opened;
beforeAll(async () => {
  opened = await openPipeline({ graph: join('media', 'graph', 'wikidata.hlpack'), model: join('media', 'model') });
});
const { questions } = parseQuestions('causes.json', readFileSync(join('test', 'e2e', 'workspace', 'causes.json'), 'utf8'));
const planted = (cause: string): Judged => {
  const found = questions.find(({ id }) => id === cause);
  if (found === undefined) throw new Error(`no question is planted for ${cause}`);
  return { question: found.text, gold: found.gold, goldAnswers: found.goldAnswers };
};
const ask = (question: string, options = {}) => answerQuestion(opened.pipeline, question, options);
const ours = async (judged: Judged) => diagnoseMiss(judged, predictionOf(await ask(judged.question, { allCandidates: true })), { field: opened.pipeline.field, ask });
const theirs = (judged: Judged, told: OtherPrediction) => diagnoseMiss(judged, otherPrediction(told, (id) => opened.graph.labelOf(opened.graph.nodeOf(id) ?? -1)), { field: opened.pipeline.field, ask: null });

describe('a planted miss', () => {
  it('is there for every cause', () => {
    expect(questions.map(({ id }) => id)).toEqual([...CAUSES]);
  });

  it.each([...CAUSES])('%s', async (cause) => {
    const miss = await ours(planted(cause));
    expect(miss?.cause, miss?.message).toBe(cause);
    expect(miss?.message).not.toBe('');
  });

  it('is none where the answer is right, whatever else was found', async () => {
    expect(await ours({ ...planted('wrong-relation'), goldAnswers: ['Q187364'] })).toBeNull();
    expect(await ours({ ...planted('answered-anyway'), goldAnswers: ['Q254'] })).toBeNull();
    expect(await ours({ ...planted('declined'), goldAnswers: ['none'] })).toBeNull();
    expect(await ours({ question: 'Who painted the Mona Lisa?', gold: [], goldAnswers: null })).toBeNull();
  });
});

describe('what it says', () => {
  const miss = async (cause: string): Promise<Miss> => {
    const found = await ours(planted(cause));
    if (found === null) throw new Error('nothing was missed');
    return found;
  };

  it('puts the rank and the parts of gold beside the winner\'s', async () => {
    const { own, winner, margin, message, span } = await miss('ranked-too-low');
    expect(winner).toMatchObject({ id: 'Q2263', rank: 1 });
    expect(own?.rank).toBeGreaterThan(1);
    expect(margin?.total).toBeCloseTo(Math.log((winner?.score ?? 0) / (own?.score ?? 1)), 6);
    const behind = (part: 'name' | 'fit' | 'relation' | 'prior'): number => (winner?.parts[part] ?? 0) - (own?.parts[part] ?? 0);
    expect(margin?.by).toBe(Math.max(behind('name'), behind('fit'), behind('relation'), behind('prior')));
    expect(message).toContain(`number ${String(own?.rank)}`);
    expect(planted('ranked-too-low').question.slice(span?.start, span?.end)).toBe('Tom Hanks');
  });

  it('runs again with the gold entity given, and says what came of it', async () => {
    const found = await ours({ question: 'Who is the employer of Tom Hanks?', gold: [{ id: 'Q2263', label: '', span: null }], goldAnswers: ['Q1860'] });
    expect(found?.evidence[0]).toMatch(/^With Tom Hanks \(Q2263\) given: .*wrong\.$/);
    expect(found?.then).not.toBe('right');
  });

  it('finds the path to gold: two hops, and a relation', async () => {
    expect((await miss('wrong-hops')).expected).toMatchObject({ plan: 'two-hop', arms: [{ id: 'Q41567', relations: [{ id: 'P50' }, { id: 'P19' }] }] });
    expect((await miss('wrong-relation')).expected).toMatchObject({ plan: 'one-hop', arms: [{ id: 'Q134773', relations: [{ id: 'P86', inverse: false }] }] });
  });

  it('says why an entity is no candidate', async () => {
    expect(await miss('not-a-candidate')).toMatchObject({ why: 'no such alias', gold: { id: 'Q692', label: 'William Shakespeare' } });
  });

  it('names no entity where the file marks none: the one that leads to gold was ranked too low', async () => {
    const found = await ours({ question: 'Who directed King Kong?', gold: [], goldAnswers: ['Q446427'] });
    expect(found).toMatchObject({ cause: 'ranked-too-low', gold: { id: 'Q309048' }, then: 'right' });
  });

  it('says which path both share where others are as right as gold', async () => {
    expect((await miss('ambiguous')).expected).toMatchObject({ plan: 'one-hop', arms: [{ id: 'Q39', relations: [{ id: 'P37' }] }], reaches: 4 });
  });

  it('stops when it is withdrawn', async () => {
    const judged = planted('wrong-relation');
    const told = predictionOf(await ask(judged.question));
    await expect(diagnoseMiss(judged, told, { field: opened.pipeline.field, ask, signal: AbortSignal.abort() })).rejects.toMatchObject({ name: 'AbortError' });
  });
});

describe('another system\'s predictions', () => {
  const gump = planted('wrong-relation');
  it('are diagnosed by the same causes, without running anything again', async () => {
    const linked = { id: 'Q134773', span: { start: 13, end: 25 } };
    expect(await theirs({ ...gump, goldAnswers: ['Q187364'] }, { entities: [linked], answers: ['Q187364'] })).toBeNull();
    expect(await theirs(gump, { entities: [linked], answers: ['Q187364'] })).toMatchObject({ cause: 'wrong-relation', then: null, evidence: [] });
    expect(await theirs(gump, { entities: [linked], answers: [] })).toMatchObject({ cause: 'declined' });
    expect(await theirs(planted('answered-anyway'), { entities: [{ id: 'Q5064' }], answers: ['Q254'] })).toMatchObject({ cause: 'answered-anyway' });
    expect(await theirs(planted('fact-missing'), { entities: [{ id: 'Q25188' }], answers: ['Q25191'] })).toMatchObject({ cause: 'fact-missing' });
    expect(await theirs(planted('wrong-hops'), { entities: [{ id: 'Q41567' }], answers: ['Q692'] })).toMatchObject({ cause: 'wrong-hops' });
  });
  it('tell what went wrong with an entity as far as they say', async () => {
    const judged: Judged = { question: gump.question, gold: gump.gold, goldAnswers: null };
    expect(await theirs(judged, { entities: [], answers: null })).toMatchObject({ cause: 'mention-missed' });
    expect(await theirs(judged, { entities: [{ id: 'Q90', span: { start: 13, end: 20 } }], answers: null })).toMatchObject({ cause: 'span-wrong' });
    expect(await theirs(judged, { entities: [{ id: 'Q90', span: { start: 13, end: 25 } }], answers: null })).toMatchObject({ cause: 'ranked-too-low', winner: { id: 'Q90', label: 'Paris' }, own: null });
    expect(await theirs(judged, { entities: [{ id: 'Q90', span: { start: 13, end: 25 }, score: 0.6, candidates: [{ id: 'Q90', score: 0.6 }, { id: 'Q134773', score: 0.3 }] }], answers: null })).toMatchObject({ cause: 'ranked-too-low', own: { rank: 2, score: 0.3 } });
    expect(await theirs(judged, { entities: [{ id: 'Q134773', span: { start: 13, end: 25 } }], answers: null })).toBeNull();
    expect(await theirs(judged, { entities: [{ id: 'Q134773' }], answers: null })).toBeNull();
  });
});
