import { describe, expect, it } from 'vitest';
import { ENTITIES, lexiconFor } from './fixture';
import { findMentions } from './mentions';
import { nameStandings } from './standing';
import { splitWords } from './words';

const lexicon = lexiconFor(ENTITIES);
const crowd = (label: string) => lexiconFor(Array.from({ length: 40 }, (_, k) => ({ label, aliases: [], degree: 100 - k })));

function fates(question: string, node: number, names: readonly string[], of = lexicon) {
  const words = splitWords(question);
  const spans = findMentions(of, words).map(({ firstWord, lastWord, found }) => ({ firstWord, lastWord, candidates: found }));
  return nameStandings(of, words, node, names, spans).map(({ name, fate, span, bearers, place }) => [name, fate, span === null ? '' : question.slice(span.start, span.end), place, bearers]);
}

describe('nameStandings', () => {
  it('says where a name stands, of how many bearers, and puts what came furthest first', () => {
    expect(fates('Who made Star Wars?', 2, ['A New Hope', 'Star Wars'])).toEqual([['Star Wars', 'candidate', 'Star Wars', 2, 2], ['A New Hope', 'no words', '', 1, 1]]);
  });
  it('passes over punctuation and case', () => {
    expect(fates('who is j. k. ROWLING?', 9, ['J. K. Rowling'])).toEqual([['J. K. Rowling', 'candidate', 'j. k. ROWLING', 1, 1]]);
  });
  it('tells a name of which only some words are there from a span that was dropped', () => {
    expect(fates('Which star is the brightest?', 1, ['Star Wars'])).toEqual([['Star Wars', 'some words', '', 1, 2]]);
    expect(fates('Who are the Lakers?', 17, ['the'])).toEqual([['the', 'span dropped', 'the', 1, 1]]);
  });
  it('tells the cap on a span from the limits on a single everyday word', () => {
    expect(fates('Where does John Smith live?', 39, ['John Smith'], crowd('John Smith'))).toEqual([['John Smith', 'cut', 'John Smith', 40, 40]]);
    expect(fates('Where does John Smith live?', 20, ['John Smith'], crowd('John Smith'))).toEqual([['John Smith', 'candidate', 'John Smith', 21, 40]]);
    expect(fates('Who wrote book?', 20, ['Book'], crowd('Book'))).toEqual([['Book', 'filtered', 'book', 21, 40]]);
  });
  it('says that the lexicon does not hold a name for an entity', () => {
    expect(fates('Who made Star Wars?', 0, ['Star Wars'])).toEqual([['Star Wars', 'some words', 'Star Wars', 0, 2]]);
  });
});
