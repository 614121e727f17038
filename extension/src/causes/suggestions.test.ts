import { describe, expect, it } from 'vitest';
import type { Candidate, Explanation, Mention } from '../../../server/src/protocol';
import { suggestions } from './suggestions';

const candidate = (id: string): Candidate => ({ id, label: `Label ${id}`, description: 'of note', types: ['film'], match: 'label', name: id, score: 0.5, parts: { name: 1, fit: 2, relation: 3, prior: 4 } });
const mention = (text: string, score: number, ...ids: readonly string[]): Mention => ({ start: 0, end: 1, text, score, candidates: ids.map(candidate), candidateCount: ids.length });
const relation = (id: string) => ({ id, label: `label ${id}`, inverse: false, score: 0.1 });

describe('suggestions', () => {
  it('are the runners-up of the surest mention first, then the relations that did not win, each once', () => {
    const told: Pick<Explanation, 'mentions' | 'paths'> = {
      mentions: [mention('war', 0.1, 'Q5', 'Q2'), mention('Alien', 0.9, 'Q1', 'Q2', 'Q3')],
      paths: [{ mention: 1, hops: [{ weight: 1, relations: [relation('P1'), relation('P2')], relationCount: 2, entities: [], entityCount: 0, truncated: false, attention: [] }] }],
    };
    const rest = { question: '', words: [], plan: null, intersection: null, operation: null, answers: [], summary: '', millis: { mentions: 0, model: 0, hops: 0, rest: 0, total: 0 } };
    expect(suggestions({ ...rest, ...told })).toEqual([
      { id: 'Q2', label: 'Label Q2', relation: false, detail: '“Alien” · film · of note' },
      { id: 'Q3', label: 'Label Q3', relation: false, detail: '“Alien” · film · of note' },
      { id: 'P2', label: 'label P2', relation: true, detail: '“Alien” · 1' },
    ]);
  });

  it('are those of the words that the question is about before all others', () => {
    const here = { ...mention('war', 0.1, 'Q5', 'Q4'), start: 10, end: 13 };
    const told = { mentions: [mention('Alien', 0.9, 'Q1', 'Q3'), here], paths: [], question: '', words: [], plan: null, intersection: null, operation: null, answers: [], summary: '', millis: { mentions: 0, model: 0, hops: 0, rest: 0, total: 0 } };
    expect(suggestions(told, { start: 10, end: 13 }).map(({ id }) => id)).toEqual(['Q4', 'Q3']);
    expect(suggestions(told).map(({ id }) => id)).toEqual(['Q3', 'Q4']);
  });
});
