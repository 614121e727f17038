import { describe, expect, it } from 'vitest';
import { smallField } from '../../answering/smallGraph';
import { answerMiss, isRight, tiedAtTop } from './answerMiss';
import { goldAnswersOf } from '../goldMatch';
import type { Prediction } from './judged';
import { nearBest, searchPaths } from './search';

const FIELD = smallField([
  ['hamlet', 'author', 'shakespeare'], ['hamlet', 'genre', 'tragedy'], ['shakespeare', 'born', 'stratford'],
  ['heat', 'cast', 'pacino'], ['scarface', 'cast', 'pacino'], ['heat', 'cast', 'deniro'], ['ronin', 'cast', 'deniro'], ['casino', 'cast', 'deniro'],
]);
const answers = (...all: readonly (readonly [string, number])[]) => all.map(([id, score]) => ({ id, label: id, score }));
const step = (id: string, inverse = false) => ({ id, label: id, inverse });
const predicted = (start: string, relations: readonly string[], given: Prediction['answers'], more: Partial<Prediction> = {}): Prediction => ({
  mentions: [{ span: null, score: 1, candidates: [{ id: start, label: start, score: 1 }] }], leading: [0], plan: (['one-hop', 'two-hop', 'three-hop'] as const)[relations.length - 1] ?? null,
  arms: [{ id: start, relations: relations.map((one) => step(one.replace('^', ''), one.startsWith('^'))) }], answers: given, operation: null, ...more,
});

function cause(gold: readonly string[], starts: readonly string[], prediction: Prediction, question = 'Who?') {
  const known = goldAnswersOf(FIELD.graph, gold);
  const { paths } = searchPaths(FIELD, starts.map((id) => FIELD.graph.nodeOf(id) ?? -1), known);
  return answerMiss(FIELD, question, prediction, known, nearBest(paths)).cause;
}

describe('isRight', () => {
  it('wants every answer tied at the top, and none where there is none', () => {
    const gold = goldAnswersOf(FIELD.graph, ['heat']);
    expect(isRight(answers(['heat', 0.9], ['ronin', 0.4]), gold)).toBe(true);
    expect(isRight(answers(['heat', 0.9], ['ronin', 0.9]), gold)).toBe(false);
    expect(isRight([], gold)).toBe(false);
    expect(isRight([], goldAnswersOf(FIELD.graph, ['none']))).toBe(true);
    expect(isRight(answers(['heat', 0.9]), goldAnswersOf(FIELD.graph, []))).toBe(false);
    expect(tiedAtTop([])).toEqual([]);
  });
});

describe('answerMiss', () => {
  it('tells another relation from another number of hops', () => {
    expect(cause(['tragedy'], ['hamlet'], predicted('hamlet', ['author'], answers(['shakespeare', 1])))).toBe('wrong-relation');
    expect(cause(['stratford'], ['hamlet'], predicted('hamlet', ['author'], answers(['shakespeare', 1])))).toBe('wrong-hops');
    expect(cause(['shakespeare'], ['hamlet'], predicted('hamlet', ['author', 'born'], answers(['stratford', 1])))).toBe('wrong-hops');
  });
  it('tells a chain from an intersection, and paths of other entities', () => {
    expect(cause(['heat'], ['pacino', 'deniro'], predicted('deniro', ['^cast'], answers(['ronin', 1])))).toBe('wrong-paths');
    expect(cause(['shakespeare'], ['hamlet'], predicted('hamlet', ['author'], answers(['tragedy', 1]), { plan: 'intersection', arms: [{ id: 'hamlet', relations: [step('genre')] }, { id: 'heat', relations: [step('cast')] }] }))).toBe('wrong-paths');
    expect(cause(['shakespeare'], ['hamlet'], predicted('heat', ['cast'], answers(['pacino', 1])))).toBe('wrong-paths');
  });
  it('says that nothing was answered', () => {
    expect(cause(['shakespeare'], ['hamlet'], predicted('hamlet', ['genre'], []))).toBe('declined');
  });
  it('says that others are as right as gold', () => {
    expect(cause(['ronin'], ['deniro'], predicted('deniro', ['^cast'], answers(['ronin', 0.9], ['heat', 0.9], ['casino', 0.9])))).toBe('ambiguous');
    expect(cause(['ronin'], ['deniro'], predicted('deniro', ['^cast'], answers(['heat', 0.9])))).toBe('ambiguous');
  });
  it('says that the right set was put through something, or should have been', () => {
    expect(cause(['ronin', 'heat', 'casino'], ['deniro'], predicted('deniro', ['^cast'], [{ id: '', label: '3', value: '3', score: 1 }], { operation: 'count' }))).toBe('wrong-operation');
    const counted = { plan: 'one-hop' as const, arms: [{ node: FIELD.graph.nodeOf('deniro') ?? -1, relations: [1 + 2 * (FIELD.graph.relationOf('cast') ?? 0)] }], f1: 0, reaches: 3 };
    const told = predicted('deniro', ['^cast'], answers(['heat', 0.9]));
    expect(answerMiss(FIELD, 'How many films did DeNiro make?', told, goldAnswersOf(FIELD.graph, ['3']), [counted])).toMatchObject({ cause: 'wrong-operation', operation: 'count' });
  });
  it('finds the path of a system that does not say which it took', () => {
    const silent = predicted('hamlet', [], answers(['shakespeare', 1]), { arms: [], plan: null });
    expect(cause(['stratford'], ['hamlet'], silent)).toBe('wrong-hops');
    expect(cause(['tragedy'], ['hamlet'], silent)).toBe('wrong-relation');
  });
});
