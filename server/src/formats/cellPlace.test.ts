import fc from 'fast-check';
import { expect, it } from 'vitest';
import { cellPlace } from './cellPlace';
import { rangeInDocument } from './format';

it('finds every letter of a cell, with quotes, delimiters and line ends in it', () => {
  const cell = fc.array(fc.constantFrom('a', '"', ',', '\n', '😀', 'é', ' ')).map((letters) => letters.join(''));
  fc.assert(fc.property(fc.array(cell, { minLength: 1, maxLength: 4 }), fc.nat(), fc.string(), (row, pick, before) => {
    const column = pick % row.length;
    const source = `${before}${row.map((text) => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)).join(',')}`;
    const place = cellPlace(source, before.length, row, column, ',');
    const text = row[column] ?? '';
    if (place === undefined) throw new Error('the cell was not found');
    expect(source.slice(place.range.start, place.range.end).replaceAll('""', '"')).toBe(text);
    for (let at = 0; at < text.length; at++) {
      const { start, end } = rangeInDocument(place.offsets, { start: at, end: at + 1 });
      expect(source.slice(start, end)).toBe(text.charAt(at) === '"' ? '""' : text.charAt(at));
    }
  }));
});

it('does not guess where the row was written in another way', () => {
  expect(cellPlace('"a" ,b', 0, ['a', 'b'], 1, ',')).toBeUndefined();
});
