import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isWhole, occurrence, occurrenceOf, occurrencesOf } from './occurrences';

describe('occurrences', () => {
  it('are all of them, overlapping ones too, and none of no words', () => {
    expect(occurrencesOf('anana', 'ana').map(({ start }) => start)).toEqual([0, 2]);
    expect(occurrencesOf('ana', '')).toEqual([]);
  });
  it('are counted and found again, whatever the text', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '😀'), minLength: 1, maxLength: 20 });
    fc.assert(fc.property(text, fc.nat(19), fc.nat(19), (one, a, b) => {
      const start = Math.min(a, b) % one.length;
      const end = Math.min(one.length, start + 1 + Math.abs(a - b));
      expect(occurrence(one, one.slice(start, end), occurrenceOf(one, { start, end }))).toEqual({ start, end });
    }));
  });
  it('the last is taken where there are fewer', () => {
    expect(occurrence('a b a', 'a', 9)?.start).toBe(4);
    expect(occurrence('b', 'a', 1)).toBeUndefined();
  });
});

describe('whole words', () => {
  it('begin and end at no letter or digit', () => {
    const whole = (text: string, words: string) => isWhole(text, { start: text.indexOf(words), end: text.indexOf(words) + words.length });
    expect([whole('Is Paris old?', 'Paris'), whole('Parisians', 'Paris'), whole('“Paris”', 'Paris'), whole('Éparis', 'paris'), whole('Q12', 'Q1')]).toEqual([true, false, true, false, false]);
  });
});
