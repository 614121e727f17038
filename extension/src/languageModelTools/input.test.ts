import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asCode, questionIn } from './input';

describe('questionIn', () => {
  it('finds the question, and none in what is not an input', () => {
    expect(questionIn({ question: 'Who?' })).toBe('Who?');
    for (const input of [null, undefined, 'Who?', {}, { question: 7 }]) expect(questionIn(input)).toBe('');
  });
});

describe('asCode', () => {
  it('cannot be ended from inside', () => {
    fc.assert(fc.property(fc.string({ unit: fc.constantFrom('`', 'a', '\n', '[') }), (text) => {
      const lines = asCode(text).split('\n');
      const fence = lines.at(-1) ?? '';
      expect(fence).toMatch(/^`{3,}$/);
      expect(lines.slice(1, -1).join('\n')).toBe(text);
      expect(lines.slice(1, -1).some((line) => line.trim().startsWith(fence))).toBe(false);
    }));
  });
});
