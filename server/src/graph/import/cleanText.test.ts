import { describe, expect, it } from 'vitest';
import { cleanNames, cleanText, isFragment } from './cleanText';

describe('cleanText', () => {
  it.each([
    ['All-Ukrainian Union \\"Svoboda\\"', 'All-Ukrainian Union "Svoboda"'],
    ['"""Weird Al"" Yankovic"', '"Weird Al" Yankovic'],
    ['Edward Kennedy ""Duke"" Ellington', 'Edward Kennedy "Duke" Ellington'],
    ['"Beatriz ""Gigi"" Fernández"', 'Beatriz "Gigi" Fernández'],
    ['Royce da 5\'9"', 'Royce da 5\'9"'],
    ['"Heroes"', '"Heroes"'],
    [' AC\\\\DC ', 'AC\\DC'],
  ])('reads %s as %s', (text, expected) => {
    expect(cleanText(text)).toBe(expected);
  });
});

describe('cleanNames', () => {
  it('drops halves of a split list, repetitions and the label', () => {
    expect(cleanNames('"Clinton|Bill C.|William"|Bill C.|Bill Clinton||5\'9"', 'Bill Clinton')).toEqual(['Bill C.', '5\'9"']);
  });

  it('keeps a name in quotation marks', () => {
    expect(isFragment('"Heroes"')).toBe(false);
    expect(isFragment('"Heroes')).toBe(true);
  });
});
