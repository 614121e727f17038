import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MatchKind } from '../../protocol';
import { FEATURES } from './candidateFeatures';
import { ENTITIES, lexiconFor } from './fixture';
import { MOST_CANDIDATES } from './gather';
import { findMentions } from './mentions';
import { normalise } from './normalise';
import { MOST_SPANS } from './spans';
import { splitWords } from './words';

const lexicon = lexiconFor(ENTITIES);

/** How the question met an entity: the span's text and the surest match. */
function met(question: string, node: number): [string, MatchKind] | undefined {
  const words = splitWords(question);
  for (const { firstWord, lastWord, found } of findMentions(lexicon, words)) {
    const one = found.find(candidate => candidate.node === node);
    if (one !== undefined) return [question.slice(words[firstWord]!.start, words[lastWord - 1]!.end), one.match];
  }
  return undefined;
}

describe('findMentions', () => {
  it.each<[question: string, node: number, span: string, match: MatchKind]>([
    ['Who did Natalie Portman play?', 0, 'Natalie Portman', 'label'],
    ['roles of neta lee hershlag', 0, 'neta lee hershlag', 'alias'],
    ["who wrote natalie portman's speech", 0, 'natalie portman', 'label'],
    ['which starwars film was first', 1, 'starwars', 'variant'],
    ['what do germans eat', 3, 'germans', 'variant'],
    ['when was the godfather part 2 made', 4, 'the godfather part 2', 'variant'],
    ['when was godfather part two made', 4, 'godfather part two', 'variant'],
    ['who leads the nba', 5, 'nba', 'variant'],
    ['who directed schindlers list', 6, 'schindlers list', 'variant'],
    ["who directed Schindler's List?", 6, "Schindler's List", 'label'],
    ['where was conan obrien born', 7, 'conan obrien', 'variant'],
    ['what does bela fleck play', 8, 'bela fleck', 'label'],
    ['books by j.k. rowling', 9, 'j.k. rowling', 'label'],
    ['books by jk rowling', 9, 'jk rowling', 'variant'],
    ['songs of simon and garfunkel', 11, 'simon and garfunkel', 'label'],
    ['what does bela w fleck play', 8, 'bela w fleck', 'variant'],
    ['where was george lucas born', 20, 'george lucas', 'variant'],
    ['who made thestarwarsofficial', 1, 'thestarwarsofficial', 'variant'],
    ['who sang from me to you', 21, 'from me to you', 'label'],
    ['who sang its all over', 22, 'its all over', 'variant'],
    ['where did natalie portmann live', 0, 'natalie portmann', 'typo'],
    ['when was reagan born', 12, 'reagan', 'partial'],
    ['who starred in new moon', 13, 'new moon', 'partial'],
    ['isabella neville', 16, 'isabella neville', 'partial'],
    ['ronald w. reagan', 12, 'ronald w. reagan', 'variant'],
    ['who sings in !!! ?', 15, '!!!', 'label'],
    ['где москва', 19, 'москва', 'label'],
  ])('%s', (question, node, span, match) => {
    expect(met(question, node)).toEqual([span, match]);
  });

  it('offers both bearers of a shared name, the better linked first', () => {
    const [span] = findMentions(lexicon, splitWords('star wars'));
    const spans = findMentions(lexicon, splitWords('star wars')).filter(({ lastWord, firstWord }) => lastWord - firstWord === 2);
    expect(span).toBeDefined();
    expect(spans[0]?.found.map(({ node }) => node)).toEqual([1, 2]);
  });

  it('makes no mention of grammar, unless the question is nothing else', () => {
    expect(met('who is the king', 17)).toBeUndefined();
    expect(met('the', 17)).toEqual(['the', 'label']);
    expect(findMentions(lexicon, [])).toEqual([]);
  });

  it('takes an id of the graph at its word', () => {
    const found = findMentions(lexicon, splitWords('Where was Q2263 born?'), id => (id === 'Q2263' ? 12 : undefined));
    expect(found.map(({ firstWord, lastWord, found: [one] }) => [firstWord, lastWord, one?.node])).toContainEqual([2, 3, 12]);
    expect(findMentions(lexicon, splitWords('Where was Q2263 born?'), () => undefined).some(({ firstWord }) => firstWord === 2)).toBe(false);
  });

  it('describes a candidate by bytes', () => {
    const portman = findMentions(lexicon, splitWords('Who did Natalie Portman play?')).find(({ found }) => found[0]?.node === 0);
    const bytes = [...(portman?.features ?? [])].slice(0, FEATURES);
    expect(bytes).toEqual([255, 0, 0, 0, 0, 0, 255, Math.round((255 * Math.log2(121)) / 16), 255, 255, Math.round((255 * 2) / 5), 64, 255, 0, bytes[14], 0]);
    const lower = findMentions(lexicon, splitWords('who did natalie portman play')).find(({ found }) => found[0]?.node === 0);
    expect(lower?.features[12]).toBe(128);
    const star = findMentions(lexicon, splitWords('star wars')).find(({ lastWord }) => lastWord === 1);
    expect(star?.features[13]).toBe(255);
  });

  it('finds every name of every entity in any frame of words', () => {
    const frame = fc.constantFrom('who knows', 'what is the age of', '', 'in which year did');
    fc.assert(fc.property(fc.nat({ max: ENTITIES.length - 1 }), frame, fc.constantFrom('?', '', ' begin', "'s child"), (node, before, after) => {
      const entity = ENTITIES[node]!;
      for (const name of [entity.label, ...entity.aliases]) {
        if (normalise(name) === 'the') continue;
        const words = splitWords(`${before} ${name}${after}`);
        expect(findMentions(lexicon, words).some(({ found }) => found.some(one => one.node === node))).toBe(true);
      }
    }));
  });

  it('keeps its bounds on any text', () => {
    const word = fc.oneof(fc.constantFrom('star', 'wars', 'the', 'reagan', "'s", 'potman', 'new', 'moon', '.', 'j', 'k'), fc.string({ unit: 'grapheme', maxLength: 6 }));
    fc.assert(fc.property(fc.array(word, { maxLength: 60 }), parts => {
      const words = splitWords(parts.join(' '));
      const spans = findMentions(lexicon, words);
      expect(spans.length).toBeLessThanOrEqual(MOST_SPANS);
      for (const { firstWord, lastWord, found, features } of spans) {
        expect(firstWord).toBeLessThan(lastWord);
        expect(lastWord).toBeLessThanOrEqual(words.length);
        expect(found.length).toBeGreaterThan(0);
        expect(found.length).toBeLessThanOrEqual(MOST_CANDIDATES);
        expect(features.length).toBe(found.length * FEATURES);
        expect(new Set(found.map(({ node }) => node)).size).toBe(found.length);
      }
    }), { numRuns: 300 });
  });
});
