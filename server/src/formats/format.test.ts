import { describe, expect, it } from 'vitest';
import { rangeInDocument, toDocument, type OffsetMap } from './format';

// Question "a[bc]d é." in a document that starts at 10: brackets at 11 and 14, an escape of six units at 17.
const MAP: OffsetMap = [{ question: 0, document: 10 }, { question: 1, document: 12 }, { question: 3, document: 15 }, { question: 5, document: 17, width: 6 }, { question: 6, document: 23 }];

describe('toDocument', () => {
  it('maps each character through the piece that holds it', () => {
    expect([0, 1, 2, 3, 4, 5, 6, 7].map((offset) => toDocument(MAP, offset))).toEqual([10, 12, 13, 15, 16, 17, 23, 24]);
  });
  it('leaves an offset as it is where there is no map', () => {
    expect(toDocument([], 7)).toBe(7);
  });
});

describe('rangeInDocument', () => {
  it('ends behind the last character, not where the next piece starts', () => {
    expect(rangeInDocument(MAP, { start: 1, end: 3 })).toEqual({ start: 12, end: 14 });
  });
  it('holds the whole of an escape at its end', () => {
    expect(rangeInDocument(MAP, { start: 4, end: 6 })).toEqual({ start: 16, end: 23 });
  });
  it('keeps an empty span empty', () => {
    expect(rangeInDocument(MAP, { start: 3, end: 3 })).toEqual({ start: 15, end: 15 });
  });
});
