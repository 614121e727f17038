import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { openPipeline, type Opened } from '../../server/src/answering/openPipeline';
import { answerQuestion } from '../../server/src/answering/pipeline';
import { diagnoseMiss } from '../../server/src/evaluation/causes/diagnose';
import { predictionOf } from '../../server/src/evaluation/causes/prediction';

/** Questions with yes or no as gold, answered by the shipped model: what went wrong is decided by the graph and by running again. */
let opened: Opened;
beforeAll(async () => {
  opened = await openPipeline({ graph: join('media', 'graph', 'wikidata.hlpack'), model: join('media', 'model') });
});
const ask = (question: string, options = {}) => answerQuestion(opened.pipeline, question, options);
const miss = async (question: string, truth: boolean, ...entities: readonly string[]) =>
  diagnoseMiss({ question, gold: entities.map((id) => ({ id, label: '', span: null })), goldAnswers: [String(truth)] }, predictionOf(await ask(question, { allCandidates: true })), { field: opened.pipeline.field, ask });

describe('a question with yes or no as gold', () => {
  it('was missed for its entity, where with the gold one given the answer is right', async () => {
    expect(await miss('Was Jackson born in Gary?', true, 'Q2831')).toMatchObject({ cause: 'ranked-too-low', gold: { id: 'Q2831' }, then: 'right' });
  });
  it('finds that entity where the file marks none', async () => {
    expect(await miss('Was Jackson born in Gary?', true)).toMatchObject({ cause: 'ranked-too-low', gold: { id: 'Q2831' }, then: 'right' });
  });
  it('was missed for a mention that was not found', async () => {
    expect(await miss('Did Spike Jonze direct Her?', true, 'Q788822')).toMatchObject({ cause: 'mention-missed', gold: { id: 'Q788822' } });
  });
  it('lacks the fact, where nothing links what it names', async () => {
    expect(await miss('Did Marie Curie direct Forrest Gump?', true)).toMatchObject({ cause: 'fact-missing' });
    expect(await miss('Is Paris the capital of Germany?', true, 'Q90', 'Q183')).toMatchObject({ cause: 'fact-missing' });
  });
  it('had another relation checked, and says which one links the two', async () => {
    const found = await miss('Was Forrest Gump directed by Alan Silvestri?', true, 'Q134773');
    expect(found).toMatchObject({ cause: 'wrong-relation', expected: { plan: 'one-hop', arms: [{ id: 'Q134773', relations: [{ id: 'P86', inverse: false }] }] } });
    expect(found?.message).toMatch(/It looked at director from Forrest Gump .* leads: composer from Forrest Gump/);
  });
  it('is at odds with the graph, where what was checked holds', async () => {
    const found = await miss('Did Natalie Portman play in Black Swan?', false, 'Q37876');
    expect(found).toMatchObject({ cause: 'wrong-relation' });
    expect(found?.message).toContain('cast member from Black Swan');
    // Paris is a candidate of other words as well: that is no mistake.
    expect(await miss('Is Paris the capital of France?', false, 'Q90')).toMatchObject({ cause: 'wrong-relation' });
  });
  it('was answered with a list', async () => {
    expect(await miss('Who founded Microsoft?', true, 'Q2283')).toMatchObject({ cause: 'wrong-operation' });
  });
  it('is no miss where the answer is right', async () => {
    expect(await miss('Did Natalie Portman play in Black Swan?', true, 'Q37876')).toBeNull();
  });
});
