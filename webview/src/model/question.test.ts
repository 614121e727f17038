import { describe, expect, it } from 'vitest';
import { chain, intersection, noAnswer } from '../../preview/fixtures';
import { questionView, wordGroups, wordsIn } from './question';

describe('questionView', () => {
  it('has a row a path where paths meet, and a row a hop along a chain', () => {
    expect(questionView(intersection).rows.map(({ label }) => label)).toEqual(['path 1', 'path 2']);
    expect(questionView(chain).rows.map(({ label }) => label)).toEqual(['hop 1', 'hop 2']);
  });

  it('shades relative to the strongest word of a row and keeps the weight', () => {
    const play = questionView(intersection).words.find(({ text }) => text === 'play');
    expect(play?.shades[0]).toBe(1);
    expect(play?.weights[0]).toBe(0.62);
  });

  it('gives the words of a mention the colour of its path', () => {
    expect(questionView(intersection).words.map(({ path }) => path)).toEqual([null, null, 0, 0, null, null, 1, 1, null]);
  });

  it('puts spans on a path first, in reading order, and lets a word light its mention and entity', () => {
    const view = questionView(intersection);
    expect(view.chips.map(({ id }) => id)).toEqual(['Q37876', 'Q17738', 'Q25379']);
    expect(view.words[2]?.things).toEqual(['m:0', 'n:Q37876', 'p:0']);
  });

  it('survives a question in which nothing was found', () => {
    const view = questionView({ ...noAnswer, mentions: [], paths: [], plan: null });
    expect(view.chips).toEqual([]);
    expect(view.words.every(({ shades }) => shades.length === 0)).toBe(true);
  });

  it('does not divide by an attention that is all zero', () => {
    const flat = { ...chain, paths: chain.paths.map((path) => ({ ...path, hops: path.hops.map((hop) => ({ ...hop, attention: hop.attention.map(() => 0) })) })) };
    expect(questionView(flat).words.flatMap(({ shades }) => shades).every((shade) => shade === 0)).toBe(true);
  });
});

it('keeps punctuation with the word before it', () => {
  expect(wordGroups(['“', 'Wars', '”', '?', 'Yes'].map((text) => ({ text })))).toEqual([[0], [1, 2, 3], [4]]);
});

it('finds the words that a span of the editor touches', () => {
  expect(wordsIn(intersection, { start: 8, end: 17 })).toEqual([2, 3]);
  expect(wordsIn(intersection, { start: 7, end: 8 })).toEqual([]);
});
