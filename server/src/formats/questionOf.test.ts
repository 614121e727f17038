import { expect, it } from 'vitest';
import { bareId, namedEntity } from './goldNames';
import { spanOfWords } from './questionOf';

it('spanOfWords prefers whole words, in any case', () => {
  const words = (question: string, sought: string): string | null => {
    const span = spanOfWords(question, sought);
    return span === null ? null : question.slice(span.start, span.end);
  };
  expect(spanOfWords('Parisian paris', 'Paris')).toEqual({ start: 9, end: 14 });
  expect([words('the Parisians', 'Paris'), words('Who?', 'Paris'), words('Who?', ' '), words('is 😀Ünal?', 'ünal')]).toEqual(['Paris', null, null, 'Ünal']);
});

it('bareId takes the address away and leaves what is none', () => {
  expect(['http://www.wikidata.org/entity/Q90', 'https://www.wikidata.org/wiki/Q90', 'http://rdf.freebase.com/ns/m.0f8', 'http://dbpedia.org/resource/New_York', 'http://example.org/x', 'Paris'].map(bareId))
    .toEqual(['Q90', 'Q90', 'm.0f8', 'New_York', 'http://example.org/x', 'Paris']);
});

it('namedEntity tells ids from titles', () => {
  expect([' Q90', 'm.0f8', 'New_York'].map(namedEntity)).toEqual([{ id: 'Q90', label: '', span: null }, { id: 'm.0f8', label: '', span: null }, { id: 'New_York', label: 'New York', span: null }]);
});
