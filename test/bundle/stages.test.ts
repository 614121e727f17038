import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { openPipeline, type Opened } from '../../server/src/answering/openPipeline';
import { answerQuestion } from '../../server/src/answering/pipeline';
import { whyNot } from '../../server/src/lsp/stages';
import { stageText } from '../../server/src/lsp/stages/stageText';
import { STAGES } from '../../server/src/protocol';

/** The stage documents and "Why not …?" of the shipped model over the shipped graph. */
let opened: Opened;
beforeAll(async () => {
  opened = await openPipeline({ graph: join('media', 'graph', 'wikidata.hlpack'), model: join('media', 'model') });
});
const told = async (question: string, about: readonly string[] = []) => {
  const { trace, ...rest } = await answerQuestion(opened.pipeline, question, { trace: { about } });
  if (trace === undefined) throw new Error('no trace');
  return { ...rest, trace };
};
/** As it is read, without the escapes of Markdown. */
const read = (text: string): string => text.replace(/\\(.)/g, '$1');
const why = async (question: string, id: string) => {
  const { title, text } = whyNot(await told(question, [id]), id);
  return { title, text: read(text) };
};
const HANKS = 'Who wrote films starring Tom Hanks?';
const PORTMAN = 'Who did Natalie Portman play in Star Wars?';

describe('the stages as documents', () => {
  it('all say the question, and what happened', async () => {
    const one = await told(PORTMAN);
    const expected = { tokens: '[CLS]', mentions: 'Natalie Portman', candidates: 'Q37876', hops: 'performer', follow: 'reached after each hop', intersection: 'Padmé Amidala', answers: 'Padmé Amidala', timings: 'model' };
    for (const stage of STAGES) {
      const text = read(stageText(stage, one));
      expect(text).toContain('Natalie Portman play');
      expect(text, stage).toContain(expected[stage]);
      expect(text).not.toContain('not reached');
    }
  });
  it('list the candidates of the span that matters most first', async () => {
    const heads = [...read(stageText('candidates', await told(HANKS))).matchAll(/^## (.*)$/gm)].map(([, head]) => head);
    expect(heads[0]).toMatch(/^“Tom Hanks”, >?\d+%$/);
    expect(heads.length).toBeGreaterThan(1);
  });
  it('say when a stage was not reached, and why', async () => {
    expect(stageText('intersection', await told(HANKS))).toMatch(/not reached: no two spans/);
    const nothing = await told('xqzt');
    for (const stage of STAGES) {
      if (stage === 'tokens' || stage === 'timings') expect(stageText(stage, nothing)).not.toContain('not reached');
      else expect(stageText(stage, nothing), stage).toMatch(/not reached: no words of the question name an entity/);
    }
    expect(stageText('tokens', await told(''))).toMatch(/not reached: the question has no words/);
  });
});

describe('why not …?', () => {
  it('an entity that is a candidate: its rank and parts beside the winner\'s', async () => {
    const { title, text } = await why(HANKS, 'HL-0001');
    expect(title).toBe('Why not Tom Hanks?');
    expect(text).toMatch(/fell out as a candidate of “Tom Hanks”: number \d+ of \d+, behind Tom Hanks \(Q2263\)/);
    expect(text).toContain('| difference |');
  });
  it('an entity that nothing names', async () => {
    const { text } = await why(HANKS, 'Q90');
    expect(text).toMatch(/named nowhere in the question/);
    expect(text).toContain('no word of it stands in the question');
    expect(text).toContain('no candidate of any span');
  });
  it('an entity that is one arm of the intersection only', async () => {
    const { text } = await why(PORTMAN, 'Q51746');
    expect(text).toMatch(/Over the paths that were intersected its minimum is 0%: one of them does not reach it/);
  });
  it('an answer, and the entity that the path starts from', async () => {
    expect((await why(PORTMAN, 'Q51789')).text).toMatch(/is among the answers: number 1\b/);
    expect((await why(HANKS, 'Q2263')).text).toMatch(/the path starts there/);
  });
  it('a relation, hop by hop in both directions', async () => {
    const { text } = await why(HANKS, 'P57');
    expect(text).toMatch(/director \(P57\)( backwards)? is there at hop \d of the chosen plan \(two-hop\), number \d+ of \d+/);
    expect(text.match(/^## /gm)).toHaveLength(2);
    expect((await why(HANKS, 'P161')).text).toMatch(/was followed: hop 1/);
  });
  it('what the graph does not hold', async () => {
    expect((await why(HANKS, 'Q0')).text).toMatch(/neither an entity nor a relation with the id Q0/);
    expect((await why('xqzt', 'P57')).text).toMatch(/no relation was followed/);
  });
});
