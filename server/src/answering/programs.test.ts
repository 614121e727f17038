import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { best, normalise, oneHop, threeHop, twoHop, type Programs } from './programs';
import { smallField } from './smallGraph';

const triples = fc.array(fc.tuple(fc.integer({ min: 0, max: 11 }), fc.integer({ min: 0, max: 2 }), fc.integer({ min: 0, max: 11 })), { minLength: 4, maxLength: 40 })
  .map((rows) => rows.filter(([s, , o]) => s !== o).map(([s, r, o]) => [`e${String(s)}`, `r${String(r)}`, `e${String(o)}`] as const))
  .filter((rows) => rows.length > 2);

/** Every path of a graph, read off its triples. */
function paths(rows: readonly (readonly [string, string, string])[], start: string, hops: number, name: (relation: string, inverse: boolean) => number): Set<string> {
  const step = (node: string): [number, string][] => rows.flatMap(([s, r, o]): [number, string][] => [...(s === node ? [[name(r, false), o] as [number, string]] : []), ...(o === node ? [[name(r, true), s] as [number, string]] : [])]);
  const found = new Set<string>();
  const walk = (node: string, path: readonly number[], visited: readonly string[]): void => {
    if (path.length === hops) {
      found.add(path.join(' '));
      return;
    }
    for (const [directed, next] of step(node)) {
      const last = path.at(-1);
      // Straight back to the node that the walk came from does not count.
      if (last !== undefined && directed === (last ^ 1) && next === visited.at(-2)) continue;
      walk(next, [...path, directed], [...visited, next]);
    }
  };
  walk(start, [], [start]);
  return found;
}

const listed = (programs: Programs): Set<string> => new Set(Array.from({ length: programs.count }, (_, p) => programs.relations.map((relation) => relation[p]).join(' ')));

describe('programs', () => {
  it('lists every path of one and two hops that exists, and no other', () => {
    fc.assert(fc.property(triples, (rows) => {
      const field = smallField(rows);
      const start = rows[0]?.[0] ?? '';
      const node = field.graph.nodeOf(start) ?? -1;
      const name = (relation: string, inverse: boolean): number => 2 * (field.graph.relationOf(relation) ?? -1) + (inverse ? 1 : 0);
      expect(listed(oneHop(field, [node], () => 0))).toEqual(paths(rows, start, 1, name));
      expect(listed(twoHop(field, [node], () => 0, () => 0))).toEqual(paths(rows, start, 2, name));
    }), { numRuns: 60 });
  });

  it('extends two-hop programs by a third hop that exists', () => {
    const field = smallField([['a', 'r', 'b'], ['b', 's', 'c'], ['c', 't', 'd']]);
    const node = field.graph.nodeOf('a') ?? -1;
    const two = twoHop(field, [node], () => 0, () => 0);
    const three = threeHop(field, [node], two, [...Array(two.count).keys()], () => 1, () => 2);
    const forward = ['r', 's', 't'].map((relation) => 2 * (field.graph.relationOf(relation) ?? -1)).join(' ');
    expect(listed(three)).toContain(forward);
    expect(three.score[0]).toBe(3);
  });

  it('goes on from its start only where two hops lead nowhere else', () => {
    const third = (rows: readonly (readonly [string, string, string])[]): Set<string> => {
      const field = smallField(rows);
      const node = field.graph.nodeOf('a') ?? -1;
      const two = twoHop(field, [node], () => 0, () => 0);
      const found = listed(threeHop(field, [node], two, [...Array(two.count).keys()], () => 0, () => 0));
      const name = (path: string): string => path.split(' ').map((relation) => String(field.graph.relations[Number(relation) >> 1]?.id) + (Number(relation) & 1 ? '-' : '')).join(' ');
      return new Set([...found].map(name));
    };
    const married = [['a', 'spouse', 'b'], ['b', 'spouse', 'a'], ['a', 'father', 'c']] as const;
    expect(third(married)).toContain('spouse spouse father');
    expect(third([...married, ['b', 'spouse', 'd']])).not.toContain('spouse spouse father');
  });

  it('normalises to probabilities and picks the best in order', () => {
    fc.assert(fc.property(fc.array(fc.double({ min: -20, max: 20, noNaN: true }), { minLength: 1, maxLength: 300 }), fc.integer({ min: 1, max: 20 }), (scores, count) => {
      const programs: Programs = { hops: 1, count: scores.length, candidate: new Int32Array(scores.length), relations: [new Uint16Array(scores.length)], score: Float64Array.from(scores), truncated: false };
      const top = normalise(programs);
      expect(top).toBe(Math.max(...scores));
      expect(programs.score.reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 9);
      const expected = [...programs.score].sort((a, b) => b - a).slice(0, count);
      expect(best(programs, count).map((p) => programs.score[p])).toEqual(expected);
    }));
  });
});
