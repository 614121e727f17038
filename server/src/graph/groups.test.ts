import fc from 'fast-check';
import { expect, it } from 'vitest';
import { buildAdjacency } from './adjacency';
import { buildGroups, groupOf } from './groups';
import { sortTriples } from './import/sortTriples';
import { groupsOf } from './rows';

const NODES = 8;
const RELATIONS = 3;

it('groups are the runs of each row, and are found by relation', () => {
  const triples = fc.array(fc.tuple(fc.nat(RELATIONS - 1), fc.nat(NODES - 1), fc.nat(NODES - 1)), { maxLength: 40 });
  fc.assert(fc.property(triples, (edges) => {
    const column = (at: 0 | 1 | 2): Uint32Array => Uint32Array.from(edges, (edge) => edge[at]);
    const sorted = sortTriples({ relation: column(0), subject: column(1), object: column(2) }, RELATIONS, NODES);
    const graph = { nodeCount: NODES, ...buildAdjacency(sorted, NODES, NODES) };
    const groups = buildGroups(graph);
    for (let node = 0; node < NODES; node++) {
      const runs = groupsOf(graph, node);
      expect(groups.nodeGroup[node + 1]! - groups.nodeGroup[node]!).toBe(runs.length);
      for (let directed = 0; directed < 2 * RELATIONS; directed++) {
        const group = groupOf(groups, node, directed);
        const run = runs.find(({ relation }) => relation === directed);
        if (run === undefined) expect(group).toBe(-1);
        else expect([groups.start[group], groups.start[group + 1], groups.relation[group]]).toEqual([run.start, run.end, directed]);
      }
    }
  }));
});
