import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { IdTable } from './idTable';
import { emptyWriter, throughFile } from './packFixture';

const id = fc.oneof(
  fc.integer({ min: 1, max: 2 ** 32 }).map((number) => `Q${String(number)}`),
  fc.string(),
  fc.constantFrom('Q0', 'Q007', 'Q', 'HL-1', 'The Matrix', 'São Paulo', 'q42', ''),
);

describe('IdTable', () => {
  it('leads from ids to nodes and back, through a file', () => {
    fc.assert(fc.property(fc.uniqueArray(id), id, (ids, other) => {
      const writer = emptyWriter();
      IdTable.build(ids).write(writer);
      const table = IdTable.read(throughFile(writer));
      expect(table.length).toBe(ids.length);
      for (const [node, known] of ids.entries()) {
        expect(table.idOf(node)).toBe(known);
        expect(table.nodeOf(known)).toBe(node);
      }
      expect(table.nodeOf(other)).toBe(ids.includes(other) ? ids.indexOf(other) : undefined);
    }), { numRuns: 60 });
  });

  it('finds many numbers that lie close together', () => {
    const ids = Array.from({ length: 5000 }, (_, k) => `Q${String(3 * k + 1)}`);
    const table = IdTable.build(ids);
    expect(ids.every((known, node) => table.nodeOf(known) === node)).toBe(true);
    expect(table.nodeOf('Q2')).toBeUndefined();
    expect(table.idOf(5000)).toBe('');
  });
});
