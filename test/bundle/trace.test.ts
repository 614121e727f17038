import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { openPipeline, type Opened } from '../../server/src/answering/openPipeline';
import { answerQuestion } from '../../server/src/answering/pipeline';
import type { EntityProbe, Probe } from '../../server/src/protocol';

/** What the trace of the shipped pack and bundle says. */
let opened: Opened;
beforeAll(async () => {
  opened = await openPipeline({ graph: join('media', 'graph', 'wikidata.hlpack'), model: join('media', 'model') });
});
const trace = async (question: string, about: readonly string[] = []) => {
  const told = await answerQuestion(opened.pipeline, question, { trace: { about } });
  if (told.trace === undefined) throw new Error('no trace');
  return { told, trace: told.trace };
};
const entity = (probe: Probe | undefined): EntityProbe => {
  if (probe?.kind !== 'entity') throw new Error(`not an entity: ${probe?.id ?? 'nothing'}`);
  return probe;
};

describe('a trace', () => {
  it('is there only where it is asked for, and changes no answer', async () => {
    const question = 'Who did Natalie Portman play in Star Wars?';
    const plain = await answerQuestion(opened.pipeline, question);
    expect(plain.trace).toBeUndefined();
    expect((await trace(question, ['Q51789'])).told.answers).toEqual(plain.answers);
  });

  it('has the tokens at their words, the programs of each plan best first, and what was followed', async () => {
    const { told, trace: { tokens, spans, programs, followed } } = await trace('Who wrote films starring Tom Hanks?');
    expect(tokens[0]).toMatchObject({ text: '[CLS]', word: -1 });
    for (const { text, word } of tokens) if (word >= 0) expect(told.words[word]?.text.toLowerCase()).toContain(text.replace('##', ''));
    expect(spans.map(({ start, end }) => [start, end])).toEqual(told.mentions.map(({ start, end }) => [start, end]));
    expect(programs.map(({ name }) => name)).toEqual(['one-hop', 'two-hop', 'three-hop', 'intersection']);
    expect(programs[1]?.best[0]).toMatchObject({ id: 'Q2263', relations: [{ id: 'P161', inverse: true }, { id: 'P58', inverse: false }] });
    expect(followed.find(({ id, relations }) => id === 'Q2263' && relations.length === 2)?.reached[1]).toBe(told.answers.length + 1); // Hanks, who wrote some himself, is no answer to a question about him.
  });

  it('follows an entity through the stages', async () => {
    const { trace: { probes } } = await trace('Who wrote films starring Tom Hanks?', ['HL-0001', 'Q2263', 'Q90', 'Q0']);
    const [seismologist, actor, paris] = probes.slice(0, 3).map(entity);
    expect(seismologist?.names[0]).toMatchObject({ name: 'Tom Hanks', fate: 'candidate' });
    expect(seismologist?.candidacies.find(({ winner }) => winner.id === 'Q2263')?.own.rank).toBeGreaterThan(1);
    expect(actor?.candidacies.some(({ own }) => own.rank === 1)).toBe(true);
    expect(paris?.names.every(({ fate }) => fate === 'no words')).toBe(true);
    expect(paris?.answer).toBeNull();
    expect(probes[3]).toEqual({ kind: 'unknown', id: 'Q0' });
  });

  it('says what each span gives to an answer of an intersection, and that its minimum survived', async () => {
    const { told, trace: { probes } } = await trace('Who did Natalie Portman play in Star Wars?', ['Q51789']);
    const probe = entity(probes[0]);
    expect(probe.answer).toMatchObject({ rank: 1, shown: true });
    const paths = (told.intersection?.paths ?? []).map((path) => told.paths[path]?.mention);
    expect(paths.every((mention) => probe.meeting.some((one) => one.mention === mention && one.score > 0))).toBe(true);
  });

  it('follows a relation through the hops of every plan, in both directions', async () => {
    const { trace: { probes } } = await trace('Who wrote films starring Tom Hanks?', ['P58']);
    expect(probes.map((probe) => probe.kind === 'relation' && probe.inverse)).toEqual([false, true]);
    const [forwards] = probes;
    if (forwards?.kind !== 'relation') throw new Error('no relation');
    const second = forwards.hops.find(({ plan, hop }) => plan === 'two-hop' && hop === 2);
    expect(second).toMatchObject({ rank: 1, winner: { id: 'P58', inverse: false } });
    expect(second?.score).toBeGreaterThan(0.3);
    expect(forwards.hops.find(({ plan }) => plan === 'one-hop')).toMatchObject({ programs: 0, rank: 0, score: 0 });
  });

  it('says where a question without any name ended', async () => {
    const { told, trace: { tokens, spans, probes } } = await trace('xqzt', ['Q90', 'P58']);
    expect(told.mentions).toEqual([]);
    expect(tokens.length).toBeGreaterThan(2);
    expect(spans).toEqual([]);
    expect(probes.map(({ kind }) => kind)).toEqual(['entity']);
  });
});
