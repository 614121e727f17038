import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { firstRows, page, pathText, table } from './page';

describe('table', () => {
  it('puts numbers right and words left', () => {
    expect(table(['who', 'score'], [['a', '0.5'], ['b', '<1%']]).split('\n')[1]).toBe('|---|--:|');
  });
  it('keeps its columns whatever the cells hold', () => {
    fc.assert(fc.property(fc.array(fc.tuple(fc.string(), fc.string(), fc.integer()), { maxLength: 6 }), (rows) => {
      const lines = table(['a', 'b', 'c'], rows).split('\n');
      expect(lines).toHaveLength(rows.length + 2);
      for (const line of lines) expect(line.replace(/\\./g, '').split('|')).toHaveLength(5);
    }));
  });
  it('says how many rows are left out', () => {
    expect(firstRows(['a'], [['1']], 3)).toMatch(/2 more\.$/);
    expect(firstRows(['a'], [['1']], 1)).not.toContain('more');
  });
});

describe('page', () => {
  it('has a title, the question without its Markdown, and the blocks that are not empty', () => {
    expect(page('Tokens', 'Who is *he*?', ['one', '', 'two'])).toBe('# Tokens\n\n> Who is \\*he\\*?\n\none\n\ntwo\n');
  });
  it('shows the direction of a relation', () => {
    expect(pathText([{ id: 'P161', label: 'cast member', inverse: true }, { id: 'P58', label: 'screenwriter', inverse: false }])).toBe('← cast member (P161) → screenwriter (P58)');
  });
});
