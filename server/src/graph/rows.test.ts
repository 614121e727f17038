import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildAdjacency } from './adjacency';
import { sortTriples } from './import/sortTriples';
import { edgesBetween, edgesOf, groupsOf, type Rows } from './rows';

const NODES = 9;
const ENTITIES = 7;
const RELATIONS = 3;

type Triple = readonly [relation: number, subject: number, object: number];
const triples = fc.array(fc.tuple(fc.nat(RELATIONS - 1), fc.nat(ENTITIES - 1), fc.nat(NODES - 1)), { maxLength: 50 });

function graphOf(edges: readonly Triple[]): Rows {
  const column = (at: 0 | 1 | 2): Uint32Array => Uint32Array.from(edges, (triple) => triple[at]);
  const sorted = sortTriples({ relation: column(0), subject: column(1), object: column(2) }, RELATIONS, NODES);
  return { nodeCount: NODES, ...buildAdjacency(sorted, ENTITIES, NODES) };
}

/** All directed edges as [from, directed relation, to], by brute force, in row order. */
function directed(edges: readonly Triple[]): number[][] {
  const distinct = [...new Set(edges.map((triple) => triple.join(' ')))].map((key) => key.split(' ').map(Number));
  const both = distinct.flatMap(([r = 0, s = 0, o = 0]) => (o < ENTITIES ? [[s, 2 * r, o], [o, 2 * r + 1, s]] : [[s, 2 * r, o]]));
  return both.sort((a, b) => a[0]! - b[0]! || a[1]! - b[1]! || a[2]! - b[2]!);
}

describe('rows of the adjacency', () => {
  it('hold each edge once in each direction, sorted by relation and node, none leaving a literal', () => {
    fc.assert(fc.property(triples, (edges) => {
      const graph = graphOf(edges);
      const found: number[][] = [];
      for (let node = 0; node < NODES; node++) {
        for (let edge = graph.rowStart[node]!; edge < graph.rowStart[node + 1]!; edge++) found.push([node, graph.edgeRelation[edge]!, graph.edgeNode[edge]!]);
      }
      expect(found).toEqual(directed(edges));
      expect(graph.rowStart).toHaveLength(NODES + 1);
    }));
  });

  it('fall into groups that tile them', () => {
    fc.assert(fc.property(triples, (edges) => {
      const graph = graphOf(edges);
      for (let node = 0; node < NODES; node++) {
        const wanted = directed(edges).filter(([from]) => from === node);
        const groups = groupsOf(graph, node);
        expect(groups.map(({ relation }) => relation)).toEqual([...new Set(wanted.map(([, relation]) => relation))]);
        expect(groups.flatMap(({ relation, start, end }) => [...graph.edgeNode.subarray(start, end)].map((to) => [node, relation, to]))).toEqual(wanted);
      }
    }));
  });

  it('give the edges of one relation, and the relations between two nodes', () => {
    fc.assert(fc.property(triples, fc.nat(NODES - 1), fc.nat(NODES - 1), fc.nat(2 * RELATIONS - 1), (edges, from, to, relation) => {
      const graph = graphOf(edges);
      const all = directed(edges);
      const { start, end } = edgesOf(graph, from, relation);
      expect([...graph.edgeNode.subarray(start, end)]).toEqual(all.filter(([f, r]) => f === from && r === relation).map(([, , t]) => t));
      expect(edgesBetween(graph, from, to)).toEqual(all.filter(([f, , t]) => f === from && t === to).map(([, r]) => r));
    }));
  });
});
