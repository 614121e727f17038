import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildAdjacency } from './adjacency';
import { follow, type Frontier } from './follow';
import { sortTriples } from './import/sortTriples';
import type { Rows } from './rows';
import { SparseSum } from './sparseSum';

const NODES = 12;
const RELATIONS = 4;
const NO_LIMIT = { mostEdges: Infinity, mostNodes: Infinity };

type Triple = readonly [relation: number, subject: number, object: number];

function graphOf(triples: readonly Triple[], entityCount = NODES): Rows {
  const column = (at: 0 | 1 | 2): Uint32Array => Uint32Array.from(triples, (triple) => triple[at]);
  const edges = sortTriples({ relation: column(0), subject: column(1), object: column(2) }, RELATIONS, NODES);
  return { nodeCount: NODES, ...buildAdjacency(edges, entityCount, NODES) };
}

/** The operator as the paper writes it: over every edge of the graph, in both directions. */
function reference(triples: readonly Triple[], x: readonly number[], r: readonly number[]): number[] {
  const y = new Array<number>(NODES).fill(0);
  for (const key of new Set(triples.map((triple) => triple.join(' ')))) {
    const [relation = 0, subject = 0, object = 0] = key.split(' ').map(Number);
    y[object] = (y[object] ?? 0) + (x[subject] ?? 0) * (r[2 * relation] ?? 0);
    y[subject] = (y[subject] ?? 0) + (x[object] ?? 0) * (r[2 * relation + 1] ?? 0);
  }
  return y;
}

function frontierOf(x: readonly number[]): Frontier {
  const nodes = Uint32Array.from(x.keys()).filter((node) => (x[node] ?? 0) > 0);
  return { nodes, scores: Float64Array.from(nodes, (node) => x[node] ?? 0) };
}

const triples = fc.array(fc.tuple(fc.nat(RELATIONS - 1), fc.nat(NODES - 1), fc.nat(NODES - 1)), { maxLength: 60 });
const score = fc.oneof(fc.constant(0), fc.double({ min: 0.001, max: 1, noNaN: true }));
const vector = (length: number): fc.Arbitrary<number[]> => fc.array(score, { minLength: length, maxLength: length });

describe('follow', () => {
  it('gives what the dense operator gives', () => {
    fc.assert(fc.property(triples, vector(NODES), vector(2 * RELATIONS), (edges, x, r) => {
      const expected = reference(edges, x, r);
      const sum = new SparseSum(NODES);
      const result = follow(graphOf(edges), frontierOf(x), Float64Array.from(r), NO_LIMIT, sum);
      expect([...result.nodes]).toEqual([...expected.keys()].filter((node) => (expected[node] ?? 0) > 0));
      for (const [k, node] of result.nodes.entries()) expect(result.scores[k]).toBeCloseTo(expected[node] ?? 0, 10);
      expect(result.truncated).toBe(false);
      expect(sum.size).toBe(0);
    }));
  });

  it('is linear in the frontier, whatever was followed before with the same scratch memory', () => {
    fc.assert(fc.property(triples, vector(NODES), vector(2 * RELATIONS), (edges, x, r) => {
      const graph = graphOf(edges);
      const sum = new SparseSum(NODES);
      const once = follow(graph, frontierOf(x), Float64Array.from(r), NO_LIMIT, sum);
      const twice = follow(graph, frontierOf(x.map((value) => 2 * value)), Float64Array.from(r), NO_LIMIT, sum);
      expect([...twice.nodes]).toEqual([...once.nodes]);
      for (const [k, value] of once.scores.entries()) expect(twice.scores[k]).toBeCloseTo(2 * value, 10);
    }));
  });

  it('keeps to its limits, says so, and never scores a node above its full sum', () => {
    fc.assert(fc.property(triples, vector(NODES), vector(2 * RELATIONS), fc.nat(8), fc.nat(6), (edges, x, r, mostEdges, mostNodes) => {
      const graph = graphOf(edges);
      const full = follow(graph, frontierOf(x), Float64Array.from(r), NO_LIMIT, new SparseSum(NODES));
      const cut = follow(graph, frontierOf(x), Float64Array.from(r), { mostEdges, mostNodes }, new SparseSum(NODES));
      expect(cut.edges).toBe(Math.min(full.edges, mostEdges));
      expect(cut.nodes.length).toBeLessThanOrEqual(mostNodes);
      if (full.edges > mostEdges || full.nodes.length > mostNodes) expect(cut.truncated).toBe(true);
      else expect([...cut.nodes]).toEqual([...full.nodes]);
      for (const [k, node] of cut.nodes.entries()) expect(cut.scores[k]).toBeLessThanOrEqual((full.scores[full.nodes.indexOf(node)] ?? 0) + 1e-9);
    }));
  });

  it('follows the heaviest runs first when edges are limited', () => {
    const graph = graphOf([[0, 0, 1], [0, 0, 2], [1, 0, 3]]);
    const result = follow(graph, frontierOf([1]), Float64Array.of(0.2, 0, 0.9, 0, 0, 0, 0, 0), { mostEdges: 1, mostNodes: 9 }, new SparseSum(NODES));
    expect({ nodes: [...result.nodes], scores: [...result.scores], truncated: result.truncated }).toEqual({ nodes: [3], scores: [0.9], truncated: true });
  });

  it('keeps the greatest sums when nodes are limited', () => {
    const graph = graphOf([[0, 0, 1], [0, 0, 5], [1, 0, 5], [0, 0, 7]]);
    const result = follow(graph, frontierOf([1]), Float64Array.of(0.5, 0, 0.4, 0, 0, 0, 0, 0), { mostEdges: 9, mostNodes: 2 }, new SparseSum(NODES));
    expect([...result.nodes]).toEqual([1, 5]);
    expect(result.truncated).toBe(true);
  });

  it('reaches literals and goes nowhere from them', () => {
    const graph = graphOf([[0, 0, 11], [0, 1, 11]], 11);
    const r = new Float64Array(2 * RELATIONS).fill(1);
    expect([...follow(graph, frontierOf([1]), r, NO_LIMIT, new SparseSum(NODES)).nodes]).toEqual([11]);
    const literal = { nodes: Uint32Array.of(11), scores: Float64Array.of(1) };
    expect(follow(graph, literal, r, NO_LIMIT, new SparseSum(NODES)).nodes).toHaveLength(0);
  });

  it('drops a product that vanishes instead of reaching a node with no score', () => {
    const result = follow(graphOf([[0, 0, 1]]), { nodes: Uint32Array.of(0), scores: Float64Array.of(1e-300) }, new Float64Array(8).fill(1e-300), NO_LIMIT, new SparseSum(NODES));
    expect(result.nodes).toHaveLength(0);
  });
});
