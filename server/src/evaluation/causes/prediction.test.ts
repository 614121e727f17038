import { describe, expect, it } from 'vitest';
import type { Candidate, Explanation, Hop, ProofEdge } from '../../protocol';
import { otherPrediction, predictionOf } from './prediction';

const candidate = (id: string): Candidate => ({ id, label: id, description: '', types: [], match: 'label', name: id, score: 1, parts: { name: 1, fit: 2, relation: 3, prior: 4 } });
const relation = (id: string, inverse: boolean) => ({ id, label: id, inverse, score: 1 });
const hop = (...relations: readonly ReturnType<typeof relation>[]): Hop => ({ weight: 1, relations, relationCount: 1, entities: [], entityCount: 0, truncated: false, attention: [] });
const edge = (s: string, r: string, o: string): ProofEdge => ({ subject: { id: s, label: s, score: 1 }, relation: { id: r, label: r }, object: { id: o, label: o, score: 1 } });
const told = (answers: Explanation['answers']): Explanation => ({
  question: 'q', words: [], plan: { name: 'two-hop', scores: { 'one-hop': 0, 'two-hop': 1, 'three-hop': 0, intersection: 0 }, none: 0 }, intersection: null, operation: null, summary: '',
  mentions: [{ start: 0, end: 1, text: 'q', score: 1, candidates: [candidate('hanks')], candidateCount: 1 }],
  paths: [{ mention: 0, hops: [hop(relation('cast', true)), hop(relation('director', false))] }], answers, millis: { mentions: 0, model: 0, hops: 0, rest: 0, total: 0 },
});

describe('predictionOf', () => {
  it('takes the path of the first answer from the edges that prove it, each in its direction', () => {
    const [arm] = predictionOf(told([{ id: 'roth', label: 'roth', score: 1, proofs: [[edge('gump', 'cast', 'hanks'), edge('gump', 'writer', 'roth')]] }])).arms;
    expect(arm).toEqual({ id: 'hanks', relations: [{ id: 'cast', label: 'cast', inverse: true }, { id: 'writer', label: 'writer', inverse: false }] });
  });
  it('takes the likeliest relation of each hop where nothing was answered', () => {
    expect(predictionOf(told([])).arms[0]?.relations.map(({ id }) => id)).toEqual(['cast', 'director']);
  });
});

describe('otherPrediction', () => {
  it('puts the chosen entity first whatever the scores, and tells ids from values', () => {
    const { mentions, answers, leading } = otherPrediction({ entities: [{ id: 'Q1', candidates: [{ id: 'Q2', score: 0.6 }, { id: 'Q1', score: 0.4 }] }], answers: ['Q1', '1979'] }, (id) => (id.startsWith('Q') ? `label ${id}` : ''));
    expect(mentions[0]?.candidates.map(({ id, score }) => [id, score])).toEqual([['Q1', 0.4], ['Q2', 0.6]]);
    expect(answers.map(({ id, value }) => [id, value])).toEqual([['Q1', undefined], ['', '1979']]);
    expect(leading).toEqual([]);
  });
});
