import { describe, expect, it } from 'vitest';
import type { GoldEntity } from '../protocol';
import { mislinksOf, mislinkText, type KnownEntities } from './mislinks';
import { linkedOf, type QuestionEntry } from './questionEntry';
import { candidate, explanation, mention } from './testing';

const TEXT = 'Who directed Alien, with Ripley?';
const LABELS = new Map([['Q1', 'Alien (film)'], ['Q2', 'alien'], ['Q3', 'Ripley']]);
const graph: KnownEntities = { nodeOf: (id) => [...LABELS.keys()].indexOf(id) < 0 ? undefined : [...LABELS.keys()].indexOf(id), labelOf: (node) => [...LABELS.values()][node] ?? '' };
const SPAN = { start: 13, end: 18 };
const ALIEN = mention(TEXT, 'Alien', 0.9, [candidate('Q2', 0.7, { label: 'alien' }), candidate('Q1', 0.25, { label: 'Alien (film)' })]);

function found(gold: GoldEntity, mentions = [ALIEN]) {
  const question = { text: TEXT, range: { start: 100, end: 132 }, offsets: [{ question: 0, document: 100 }], gold: [gold], goldAnswers: null, pins: [], id: '', complexity: '' };
  const entry: QuestionEntry = { question, linked: linkedOf(explanation(TEXT, mentions), question), asked: false, error: undefined };
  return mislinksOf(entry, graph).map((mislink) => ({ ...mislink, text: mislinkText(mislink) }));
}

describe('mislinksOf', () => {
  it('says rank and scores where another candidate won', () => {
    expect(found({ id: 'Q1', label: '', span: SPAN })).toMatchObject([{
      rank: 2, goldScore: 0.25, reason: 'ranked', winner: { id: 'Q2' }, range: { start: 113, end: 118 },
      text: 'Resolved to alien (Q2), 0.70; the gold entity Alien (film) (Q1) is number 2 with 0.25.',
    }]);
  });
  it('is silent where the gold entity won, with or without a span', () => {
    expect(found({ id: 'Q2', label: '', span: SPAN })).toEqual([]);
    expect(found({ id: 'Q2', label: '', span: null })).toEqual([]);
  });
  it('tells a gold entity that is no candidate from a span that was not found', () => {
    expect(found({ id: 'Q3', label: '', span: SPAN })[0]).toMatchObject({ reason: 'not a candidate', rank: 0 });
    expect(found({ id: 'Q3', label: '', span: { start: 25, end: 31 } })[0]).toMatchObject({ reason: 'no mention', range: { start: 125, end: 131 } });
    expect(found({ id: 'Q3', label: '', span: null })[0]).toMatchObject({ reason: 'no mention', range: { start: 100, end: 132 } });
  });
  it('says when the graph does not hold the gold entity', () => {
    expect(found({ id: 'Q999', label: 'Zorg', span: SPAN })).toMatchObject([{ reason: 'not in the graph', text: 'The gold entity Q999 (Zorg) is not in the graph.' }]);
  });
  it('compares titles where a file names its entities so', () => {
    expect(found({ id: 'Alien', label: 'Alien', span: SPAN })).toEqual([]);
    expect(found({ id: 'alien (FILM)', label: 'alien (FILM)', span: SPAN })[0]).toMatchObject({ rank: 2 });
  });
  it('does not complain when a longer or shorter span over the same words leads with the gold entity', () => {
    const longer = mention(TEXT, 'Alien, with', 0.5, [candidate('Q1', 0.9)]);
    expect(found({ id: 'Q1', label: '', span: SPAN }, [ALIEN, longer])).toEqual([]);
  });
  it('cannot judge numbers and dates that are no entities', () => {
    expect(found({ id: '1979', label: '', span: SPAN })).toEqual([]);
  });
});
