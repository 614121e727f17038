import fc from 'fast-check';
import { parseTree } from 'jsonc-parser';
import { expect, it } from 'vitest';
import { rangeInDocument, toDocument } from './format';
import { locateString } from './jsonStrings';

/** Writes a string as JSON, escaping the characters for which `escaped` says so in the way it says. */
function literal(text: string, escaped: readonly boolean[]): string {
  const units = Array.from({ length: text.length }, (_, k) => text.charCodeAt(k));
  return `"${units.map((unit, k) => {
    if (escaped[k % Math.max(1, escaped.length)] === true) return `\\u${unit.toString(16).padStart(4, '0')}`;
    const plain = JSON.stringify(String.fromCharCode(unit)).slice(1, -1);
    // A lone half of a surrogate pair comes out of JSON.stringify escaped: beside its other half it need not be.
    return plain.startsWith('\\ud') ? String.fromCharCode(unit) : plain;
  }).join('')}"`;
}

it('finds each character of a string with any escapes, emoji and accents at its place', () => {
  fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 30 }), fc.array(fc.boolean(), { minLength: 1, maxLength: 7 }), fc.string({ maxLength: 5 }), (text, escaped, before) => {
    const source = `{${JSON.stringify(`k${before}`)}: ${literal(text, escaped)}}`;
    const node = parseTree(source)?.children?.[0]?.children?.[1];
    if (node === undefined) throw new Error('the fixture is no JSON');
    const located = locateString(source, node);
    expect(located.text).toBe(text);
    expect(toDocument(located.offsets, 0)).toBe(located.range.start);
    expect(toDocument(located.offsets, text.length)).toBe(located.range.end);
    for (let k = 0; k < text.length; k++) {
      const { start, end } = rangeInDocument(located.offsets, { start: k, end: k + 1 });
      expect(JSON.parse(`"${source.slice(start, end)}"`)).toBe(text[k]);
    }
  }));
});
