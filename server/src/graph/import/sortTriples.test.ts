import fc from 'fast-check';
import { expect, it } from 'vitest';
import { columnsOf, sortTriples } from './sortTriples';

it('triples are sorted by relation, subject, object, each once', () => {
  const triple = fc.tuple(fc.nat(4), fc.nat(6), fc.nat(6));
  fc.assert(fc.property(fc.array(triple), (triples) => {
    const column = (at: 0 | 1 | 2): Uint32Array => Uint32Array.from(triples, (row) => row[at]);
    const edges = sortTriples({ relation: column(0), subject: column(1), object: column(2) }, 5, 7);
    const expected = [...new Map(triples.map((row) => [row.join(' '), row])).values()].sort((a, b) => a[0] - b[0] || a[1] - b[1] || a[2] - b[2]);
    const { relation, subject, object } = columnsOf(edges);
    expect([...relation.keys()].map((k) => [relation[k], subject[k], object[k]])).toEqual(expected);
    expect([...edges.relationStart]).toEqual([0, 1, 2, 3, 4, 5].map((r) => expected.filter((row) => row[0] < r).length));
  }));
});

it('nodes beyond sixteen bits stay exact', () => {
  const nodes = 5_000_000;
  const edges = sortTriples({ relation: Uint32Array.of(0, 0), subject: Uint32Array.of(nodes - 1, nodes - 1), object: Uint32Array.of(nodes - 1, nodes - 2) }, 1, nodes);
  expect([[...edges.subject], [...edges.object]]).toEqual([[nodes - 1, nodes - 1], [nodes - 2, nodes - 1]]);
});
