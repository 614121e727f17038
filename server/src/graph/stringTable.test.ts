import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emptyWriter, throughFile } from './packFixture';
import { StringTable } from './stringTable';

const anyText = fc.string({ unit: 'grapheme' });

describe('StringTable', () => {
  it('gives back its strings, from a pack and from memory', () => {
    fc.assert(fc.property(fc.array(anyText), fc.constantFrom('raw' as const, 'deflate' as const), (strings, encoding) => {
      const built = StringTable.build(strings);
      const writer = emptyWriter();
      built.write(writer, 'names', encoding);
      const read = StringTable.read(throughFile(writer), 'names');
      for (const table of [built, read]) {
        expect(table.length).toBe(strings.length);
        expect(Array.from({ length: table.length }, (_, k) => table.at(k))).toEqual(strings);
      }
    }), { numRuns: 40 });
  });

  it('is empty outside', () => {
    const table = StringTable.build(['a']);
    expect([table.at(1), table.at(-1)]).toEqual(['', '']);
  });
});
