import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitWords } from './words';

const texts = (text: string): string[] => splitWords(text).map(word => word.text);

describe('splitWords', () => {
  it('splits possessives and inner apostrophes, and gives each mark a word', () => {
    expect(texts("Who is Tom Hanks's wife?")).toEqual(['Who', 'is', 'Tom', 'Hanks', "'s", 'wife', '?']);
    expect(texts('O’Brien')).toEqual(['O', '’Brien']);
    expect(texts("the Lakers' coach")).toEqual(['the', 'Lakers', "'", 'coach']);
    expect(texts('U.S. (2pac)')).toEqual(['U', '.', 'S', '.', '(', '2pac', ')']);
  });

  it('counts UTF-16 code units past astral characters and keeps combining marks with their letter', () => {
    expect(splitWords('🌍 Zürich')).toEqual([{ text: '🌍', start: 0, end: 2 }, { text: 'Zürich', start: 3, end: 9 }]);
    expect(texts('Zu\u0308rich')).toEqual(['Zu\u0308rich']);
  });

  it('covers every visible character once, in order, with offsets that cut out the word', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), text => {
      const words = splitWords(text);
      let at = 0;
      for (const word of words) {
        expect(word.start).toBeGreaterThanOrEqual(at);
        expect(text.slice(at, word.start).trim()).toBe('');
        expect(text.slice(word.start, word.end)).toBe(word.text);
        at = word.end;
      }
      expect(text.slice(at).trim()).toBe('');
    }));
  });
});
