import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { folded, searchNames } from './labelSearch';
import { StringTable } from './stringTable';

const LABELS = ['Natalie Portman', 'São Paulo', '"Weird Al" Yankovic', 'ΑΘΗΝΑ', 'NATO', 'New  York', 'Östersund'];
const ALIASES = ['Neta-Lee Hershlag', 'Sampa\nSão Paulo City', '', 'Athens', 'North Atlantic Treaty Organization', '', ''];
const search = (prefix: string, limit = 9): string[] =>
  searchNames(prefix, limit, StringTable.build(LABELS), StringTable.build(ALIASES)).map((node) => LABELS[node] ?? '');

describe('searchNames', () => {
  it.each([
    ['nat', ['Natalie Portman', 'NATO']],
    ['NETA', ['Natalie Portman']],
    ['sao pau', ['São Paulo']],
    ['São', ['São Paulo']],
    ['sampa', ['São Paulo']],
    ['weird al', ['"Weird Al" Yankovic']],
    ['"weird', ['"Weird Al" Yankovic']],
    ['αθ', ['ΑΘΗΝΑ']],
    ['ath', ['ΑΘΗΝΑ']],
    ['new york', ['New  York']],
    ['oster', ['Östersund']],
    ['ö', ['Östersund']],
    ['portman', []],
    [' ', []],
  ])('finds what starts with %s', (prefix, expected) => {
    expect(search(prefix)).toEqual(expected);
  });

  it('stops at the limit, the first nodes first', () => {
    expect(search('n', 2)).toEqual(['Natalie Portman', 'NATO']);
  });

  it('finds every name by every prefix of it, and nothing that does not start so', () => {
    const name = fc.string({ unit: fc.constantFrom('a', 'A', 'b', 'B', 'é', 'É', 'ß', ' ', '.', '-', '"', '1', '字'), maxLength: 6 });
    fc.assert(fc.property(fc.array(fc.tuple(name, fc.array(name, { maxLength: 3 })), { maxLength: 8 }), name, (entities, prefix) => {
      const labels = StringTable.build(entities.map(([label]) => label));
      const aliases = StringTable.build(entities.map(([, more]) => more.join('\n')));
      const expected = [...entities.keys()].filter((node) => {
        const [label = '', more = []] = entities[node] ?? [];
        return folded(prefix) !== '' && [label, ...more].some((text) => folded(text).startsWith(folded(prefix)));
      });
      expect(searchNames(prefix, 99, labels, aliases)).toEqual(expected);
    }), { numRuns: 500 });
  });
});
