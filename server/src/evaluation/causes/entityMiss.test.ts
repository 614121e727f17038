import { describe, expect, it } from 'vitest';
import type { NameStanding } from '../../protocol';
import { leadMiss, linkMiss } from './entityMiss';
import type { PredictedMention, Prediction } from './judged';

const QUESTION = 'Who directed Alien, with Ripley?';
const ALIEN = { start: 13, end: 18 };
const parts = (relation = 1) => ({ name: 1, fit: 2, relation, prior: 4 });
const at = (text: string, score: number, ...candidates: readonly (readonly [string, number, number?])[]): PredictedMention => {
  const start = QUESTION.indexOf(text);
  return { span: { start, end: start + text.length }, score, candidates: candidates.map(([id, p, relation]) => ({ id, label: `Label ${id}`, score: p, parts: parts(relation) })) };
};
const told = (mentions: readonly PredictedMention[], leading: readonly number[] = []): Prediction => ({ mentions, leading, plan: null, arms: [], answers: [], operation: null });
const gold = (id: string, span: { readonly start: number; readonly end: number } | null = ALIEN) => ({ id, label: '', span });
const is = (id: string) => (candidate: { readonly id: string }): boolean => candidate.id === id;
const name = (fate: NameStanding['fate'], span: NameStanding['span'] = null): NameStanding => ({ name: 'Alien', fate, span, bearers: 40, place: 39, why: 'because' });
const link = (id: string, mentions: readonly PredictedMention[], span: { readonly start: number; readonly end: number } | null = ALIEN, names: readonly NameStanding[] = []) => linkMiss(told(mentions), gold(id, span), is(id), names);

describe('linkMiss', () => {
  const alien = at('Alien', 0.9, ['Q2', 0.7, 5], ['Q1', 0.25, 1]);
  it('is silent where the gold entity won, with or without a span', () => {
    expect(link('Q2', [alien])).toBeNull();
    expect(link('Q2', [alien], null)).toBeNull();
    expect(link('Q1', [alien, at('Alien, with', 0.5, ['Q1', 0.9])])).toBeNull();
  });
  it('gives rank, margin and the part that made it where another won', () => {
    expect(link('Q1', [alien])).toMatchObject({ cause: 'ranked-too-low', own: { rank: 2, score: 0.25 }, winner: { id: 'Q2' }, margin: { total: Math.log(0.7 / 0.25), part: 'relation', by: 4 } });
  });
  it('tells a mention that was missed from another span', () => {
    expect(link('Q1', [at('Ripley', 0.9, ['Q7', 1])])).toMatchObject({ cause: 'mention-missed', span: ALIEN });
    expect(link('Q7', [at('Ripley', 0.9, ['Q7', 1])])).toMatchObject({ cause: 'span-wrong', span: ALIEN });
    expect(link('Q1', [at('Alien, with', 0.9, ['Q9', 1])], ALIEN, [name('span dropped', ALIEN)])).toMatchObject({ cause: 'span-wrong' });
    expect(link('Q1', [at('Alien', 0.2, ['Q1', 1]), at('Alien, with', 0.9, ['Q9', 1])])).toMatchObject({ cause: 'span-wrong' });
  });
  it('says why an entity is no candidate, as far as the lexicon was asked', () => {
    expect(link('Q9', [alien])).toMatchObject({ cause: 'not-a-candidate', why: null, winner: { id: 'Q2' } });
    expect(link('Q9', [alien], ALIEN, [name('cut', ALIEN)])).toMatchObject({ why: 'cut by the cap' });
    expect(link('Q9', [alien], ALIEN, [name('filtered', ALIEN)])).toMatchObject({ why: 'filtered' });
    expect(link('Q9', [alien], ALIEN, [name('no words')])).toMatchObject({ why: 'no such alias' });
  });
  it('looks for its name where the file gives no span', () => {
    expect(link('Q9', [at('Ripley', 0.9, ['Q7', 1])], null, [name('span dropped', ALIEN)])).toMatchObject({ cause: 'mention-missed', span: ALIEN });
    expect(link('Q9', [alien], null, [name('no words')])).toMatchObject({ cause: 'not-a-candidate', span: null });
  });
});

describe('leadMiss', () => {
  const mentions = [at('Alien', 0.3, ['Q1', 1]), at('Ripley', 0.9, ['Q7', 1])];
  it('is silent where the entity leads, or won a mention that no path starts over', () => {
    expect(leadMiss(told(mentions, [0]), gold('Q1'), is('Q1'), [])).toBeNull();
    expect(leadMiss(told(mentions, [1]), gold('Q1'), is('Q1'), [])).toBeNull();
  });
  it('says that the path starts at another span over the same words', () => {
    const longer = at('Alien, with', 0.9, ['Q9', 1]);
    expect(leadMiss(told([at('Alien', 0.3, ['Q1', 1]), longer], [1]), gold('Q1'), is('Q1'), [])).toMatchObject({ cause: 'span-wrong', span: ALIEN, taken: longer });
  });
});
