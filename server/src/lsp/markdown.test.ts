import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cell, escapeMarkdown, linkTarget } from './markdown';

describe('escapeMarkdown', () => {
  it('leaves nothing that formats, links, embeds HTML or starts an icon', () => {
    expect(escapeMarkdown('[x](command:a) <b> **y** $(z) `c`')).toBe('\\[x\\]\\(command\\:a\\) \\<b\\> \\*\\*y\\*\\* \\$\\(z\\) \\`c\\`');
  });
  it('stays on one line', () => {
    expect(escapeMarkdown('a\n\n# b\tc')).toBe('a \\# b c');
  });
  it('can be undone: nothing but backslashes was added', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(escapeMarkdown(text).replace(/\\([\x21-\x7e])/g, '$1')).toBe(text.replace(/\s+/g, ' '));
    }));
  });
});

describe('cell', () => {
  it('cuts between characters and keeps the row whole', () => {
    expect(cell('a | b', 9)).toBe('a \\| b');
    expect(cell('🎬🎬🎬🎬', 3)).toBe('🎬🎬…');
    expect(cell('word and more', 6)).toBe('word…');
  });
});

describe('linkTarget', () => {
  it('cannot be ended from within', () => {
    expect(linkTarget('https://x.org/wiki/A_(b) <c>\\')).toBe('https://x.org/wiki/A_%28b%29%20%3Cc%3E%5C');
  });
});
