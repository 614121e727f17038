import { describe, expect, it } from 'vitest';
import { chain, noAnswer, status } from '../../preview/fixtures';
import { announcement, answersView } from './answers';
import { EMPTY, readSaved, reduce, shownIn } from './panelState';
import { planShares } from './plan';

const result = { uri: 'file:///q.txt', version: 1, index: 0, explanation: chain };
const shown = reduce(EMPTY, { type: 'explanation', result, status });

describe('reduce', () => {
  it('keeps what stood before while busy', () => {
    const busy = reduce(shown, { type: 'busy', question: 'next' });
    expect(shownIn(busy)?.result).toBe(result);
    expect(reduce(busy, { type: 'busy', question: 'after' })).toMatchObject({ kind: 'busy', question: 'after', before: { result } });
  });

  it('lets a failure replace an explanation, and an explanation a failure', () => {
    const failed = reduce(shown, { type: 'failed', question: 'q', message: 'no model' });
    expect(shownIn(failed)).toBeNull();
    expect(reduce(failed, { type: 'explanation', result, status }).kind).toBe('explanation');
  });

  it('is not moved by cards and highlights', () => {
    expect(reduce(shown, { type: 'highlight', span: null })).toBe(shown);
    expect(reduce(shown, { type: 'card', card: null, id: 'Q1' })).toBe(shown);
  });
});

describe('readSaved', () => {
  const saved = { version: 1 as const, state: shown, unfolded: ['answers'], scroll: 12 };
  it('gives back what was saved', () => { expect(readSaved(JSON.parse(JSON.stringify(saved)))).toEqual(saved); });
  it.each([undefined, null, 4, {}, { ...saved, version: 2 }, { ...saved, state: null }, { ...saved, scroll: 'x' }])('drops %j', (value) => { expect(readSaved(value)).toBeNull(); });
  it('is not busy for ever', () => {
    expect(readSaved({ ...saved, state: reduce(EMPTY, { type: 'busy', question: 'q' }) })?.state).toEqual(EMPTY);
    expect(readSaved({ ...saved, state: reduce(shown, { type: 'busy', question: 'q' }) })?.state).toEqual(shown);
  });
});

describe('answers', () => {
  it('names together what stands together and lists all but the first below', () => {
    const view = answersView(chain);
    expect(view.headline.map(({ label }) => label)).toEqual(['Germany', 'Austria']);
    expect(view.others.map(({ label }) => label)).toEqual(['Austria', 'Switzerland', 'Czech Republic']);
  });

  it('names six at most and counts the rest', () => {
    const answers = Array.from({ length: 9 }, (_, k) => ({ id: `Q${k}`, label: `a${k}`, score: 0.9, proofs: [] }));
    expect(answersView({ answers })).toMatchObject({ headline: { length: 6 }, alsoCount: 3 });
    expect(announcement({ question: 'q', answers })).toBe('Answers: a0, a1, a2, a3, a4, a5 and 3 more');
  });

  it('says clearly when there is none', () => {
    expect(announcement(noAnswer)).toMatch(/^No answer in the graph to: /);
  });
});

it('ranks the plans with "not in the graph" among them', () => {
  expect(planShares(noAnswer.plan!).map(({ label, chosen }) => `${label}${chosen ? '*' : ''}`)).toEqual(['not in the graph', 'one hop*', 'two hops', 'intersection', 'three hops']);
});
