import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { firstLine, lineOf, linesOf } from './lines';

describe('linesOf', () => {
  it('takes \\n and \\r\\n, and a last line without either', () => {
    expect([...linesOf('a\r\n\nb')]).toEqual([{ text: 'a', start: 0 }, { text: '', start: 3 }, { text: 'b', start: 4 }]);
  });
  it('finds every line at the place it names', () => {
    fc.assert(fc.property(fc.array(fc.string({ unit: 'binary', maxLength: 12 }).map((text) => text.replace(/[\r\n]/g, ''))), fc.array(fc.constantFrom('\n', '\r\n')), (lines, ends) => {
      const text = lines.map((line, k) => (k === lines.length - 1 ? line : line + (ends[k % Math.max(1, ends.length)] ?? '\n'))).join('');
      const found = [...linesOf(text)];
      expect(found.map((line) => line.text)).toEqual(lines.length === 0 ? [''] : lines);
      for (const line of found) expect(text.slice(line.start, line.start + line.text.length)).toBe(line.text);
    }));
  });
});

it('firstLine skips blank lines', () => {
  expect(firstLine('\n  \r\n x \ny')).toBe(' x ');
  expect(firstLine(' \n')).toBeUndefined();
});

it('lineOf counts from one', () => {
  expect([0, 1, 2, 4].map((offset) => lineOf('a\nb\nc', offset))).toEqual([1, 1, 2, 3]);
});
