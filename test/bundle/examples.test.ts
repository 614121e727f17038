import { readFileSync, statSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { openPipeline, type Opened } from '../../server/src/answering/openPipeline';
import { answerQuestion } from '../../server/src/answering/pipeline';
import { goldSet } from '../../server/src/evaluation/goldMatch';
import { hitsAt1 } from '../../server/src/evaluation/metrics';
import { nameWords } from '../../server/src/graph/lexicon/normalise';
import { parseQuestions } from '../../server/src/formats/parseQuestions';

/** What ships: the real pack and the real int8 bundle, asked the example questions and the three of the announcement. */
let opened: Opened;
beforeAll(async () => {
  opened = await openPipeline({ graph: join('media', 'graph', 'wikidata.hlpack'), model: join('media', 'model') });
});

const examples = parseQuestions('examples.questions', readFileSync(join('examples', 'examples.questions'), 'utf8')).questions;

describe('the shipped bundle', () => {
  it('is small enough', () => {
    const megabytes = (path: string): number => statSync(path).size / 1e6;
    expect(megabytes(join('media', 'graph', 'wikidata.hlpack'))).toBeLessThan(26);
    expect(readdirSync(join('media', 'model')).reduce((sum, file) => sum + megabytes(join('media', 'model', file)), 0)).toBeLessThan(33);
  });

  it('has examples of every kind, each with what is expected', () => {
    expect(examples.length).toBeGreaterThanOrEqual(33);
    for (const question of examples) expect(question.goldAnswers, question.text).not.toBeNull();
  });

  it.each(examples.map((question) => [question.text, question.goldAnswers ?? []] as const))('%s', async (text, gold) => {
    const { answers } = await answerQuestion(opened.pipeline, text);
    expect(hitsAt1(answers, goldSet(gold, opened.pipeline.reader.graph)), answers.slice(0, 3).map(({ id, label }) => `${id} ${label}`).join(', ')).toBe(1);
  });
});

describe('the announcement', () => {
  it('finds Paris through the Louvre, in two hops', async () => {
    const told = await answerQuestion(opened.pipeline, 'What city is the Mona Lisa in?');
    expect(told.answers[0]?.id).toBe('Q90');
    expect(told.plan?.name).toBe('two-hop');
    expect(told.answers[0]?.proofs[0]?.map((edge) => edge.object.id)).toEqual(['Q19675', 'Q90']);
  });

  it('takes Tom Hanks for the actor, though a seismologist and an asteroid bear the name', async () => {
    const told = await answerQuestion(opened.pipeline, 'Who wrote films starring Tom Hanks?');
    expect(told.plan?.name).toBe('two-hop');
    const hanks = told.mentions[told.paths[0]?.mention ?? -1];
    expect(hanks?.candidates[0]?.id).toBe('Q2263');
    expect(hanks?.candidates.map((candidate) => candidate.id)).toContain('HL-0001');
    expect(told.paths[0]?.hops.map((hop) => hop.relations[0]?.id)).toEqual(['P161', 'P58']);
  });

  it('finds Padmé Amidala where two paths meet', async () => {
    const told = await answerQuestion(opened.pipeline, 'Who did Natalie Portman play in Star Wars?');
    expect(told.plan?.name).toBe('intersection');
    expect(told.answers[0]?.id).toBe('Q51789');
    expect(told.intersection?.rows[0]?.id).toBe('Q51789');
    expect(told.paths).toHaveLength(2);
  });
});

describe('a trace', () => {
  it('is coherent: probabilities sum to one, scores lie in [0, 1], spans lie in the question', async () => {
    for (const { text } of examples) {
      const told = await answerQuestion(opened.pipeline, text);
      if (told.plan === null) continue;
      const { plan } = told;
      expect(Object.values(plan.scores).reduce((sum, p) => sum + p, plan.none)).toBeCloseTo(1, 6);
      for (const mention of told.mentions) {
        expect(text.slice(mention.start, mention.end)).toBe(mention.text);
        expect(mention.score).toBeGreaterThanOrEqual(0);
        expect(mention.score).toBeLessThanOrEqual(1);
      }
      for (const path of told.paths) {
        for (const hop of path.hops) expect(hop.attention.reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 4);
      }
      for (const row of told.intersection?.rows ?? []) expect(row.minimum).toBe(Math.min(...row.scores));
    }
  });

  it('names the very name that matched', async () => {
    let aliases = 0;
    for (const { text } of [...examples, { text: 'where is the Big Apple' }, { text: 'who was La Gioconda painted by' }]) {
      for (const mention of (await answerQuestion(opened.pipeline, text)).mentions) {
        for (const candidate of mention.candidates) {
          if (candidate.match !== 'label' && candidate.match !== 'alias') continue;
          if (candidate.match === 'alias') aliases++;
          expect(nameWords(candidate.name), `${candidate.label} as ${candidate.match}`).toEqual(nameWords(mention.text));
        }
      }
    }
    expect(aliases).toBeGreaterThan(0);
  });

  it('respects a pin', async () => {
    const text = 'Where did Tom Hanks study?';
    const told = await answerQuestion(opened.pipeline, text, { pins: [{ start: 10, end: 19, id: 'HL-0001' }] });
    expect(told.mentions.find((mention) => mention.text === 'Tom Hanks')?.candidates.map((candidate) => candidate.id)).toEqual(['HL-0001']);
    expect(told.answers.map((answer) => answer.id)).toContain('Q161562');
  });
});
