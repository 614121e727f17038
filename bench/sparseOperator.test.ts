import fc from 'fast-check';
import { expect, it } from 'vitest';
import { buildAdjacency } from '../server/src/graph/adjacency';
import { follow } from '../server/src/graph/follow';
import { sortTriples } from '../server/src/graph/import/sortTriples';
import { SparseSum } from '../server/src/graph/sparseSum';
import { digest } from './followScipy';
import { quantile } from './measure';
import { applyOperator, buildOperator } from './sparseOperator';

const NODES = 7;
const RELATIONS = 3;

it('the matrices of the benchmark give what following gives', () => {
  const triple = fc.tuple(fc.nat(RELATIONS - 1), fc.nat(NODES - 1), fc.nat(NODES - 1));
  const scores = (length: number): fc.Arbitrary<number[]> => fc.array(fc.constantFrom(0, 0.25, 0.5, 1), { minLength: length, maxLength: length });
  fc.assert(fc.property(fc.array(triple, { maxLength: 30 }), scores(NODES), scores(2 * RELATIONS), (triples, x, r) => {
    const column = (at: 0 | 1 | 2): Uint32Array => Uint32Array.from(triples, (row) => row[at]);
    const graph = { nodeCount: NODES, ...buildAdjacency(sortTriples({ relation: column(0), subject: column(1), object: column(2) }, RELATIONS, NODES), NODES, NODES) };
    const dense = applyOperator(buildOperator(graph, 2 * RELATIONS), Float64Array.from(x), Float64Array.from(r));
    const nodes = Uint32Array.from(x.keys());
    const sparse = follow(graph, { nodes, scores: Float64Array.from(x) }, Float64Array.from(r), { mostEdges: Infinity, mostNodes: Infinity }, new SparseSum(NODES));
    expect([...nodes].map((node) => dense[node])).toEqual([...nodes].map((node) => sparse.scores[sparse.nodes.indexOf(node)] ?? 0));
  }));
});

it('a digest tells results apart that have the same sum', () => {
  expect(digest([1, 2], [0.5, 0.25])).not.toEqual(digest([1, 2], [0.25, 0.5]));
  expect(digest([1], [1]).slice(0, 2)).toEqual([1, 1]);
});

it('quantiles are samples', () => {
  expect([quantile([3, 1, 2], 0.5), quantile([4, 1, 3, 2], 0.5), quantile([1, 2], 1), quantile([7], 0.05)]).toEqual([2, 2, 2, 7]);
});
