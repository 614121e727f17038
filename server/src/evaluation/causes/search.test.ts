import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { smallField } from '../../answering/smallGraph';
import { goldAnswersOf } from '../goldMatch';
import { searchPaths, valueOf, type FoundPath } from './search';

const FILMS = smallField([
  ['hamlet', 'author', 'shakespeare'], ['shakespeare', 'born', 'stratford'], ['stratford', 'country', 'england'],
  ['macbeth', 'author', 'shakespeare'], ['heat', 'cast', 'pacino'], ['heat', 'cast', 'deniro'], ['ronin', 'cast', 'deniro'], ['scarface', 'cast', 'pacino'],
]);

function found(starts: readonly string[], gold: readonly string[], field = FILMS, hops = 3) {
  const nodes = starts.map((id) => field.graph.nodeOf(id) ?? -1);
  const text = ({ plan, arms, f1 }: FoundPath) => [plan, arms.map(({ node, relations }) => [field.graph.idOf(node), ...relations.map((directed) => `${(directed & 1) === 1 ? '^' : ''}${field.graph.relations[directed >> 1]?.id ?? ''}`)].join(' ')).join(' & '), Number(f1.toFixed(2))];
  return searchPaths(field, nodes, goldAnswersOf(field.graph, gold), hops).paths.map(text);
}

describe('searchPaths', () => {
  it('finds chains of one, two and three hops, in both directions', () => {
    expect(found(['hamlet'], ['shakespeare'])[0]).toEqual(['one-hop', 'hamlet author', 1]);
    expect(found(['hamlet'], ['stratford'])[0]).toEqual(['two-hop', 'hamlet author born', 1]);
    expect(found(['hamlet'], ['england'])[0]).toEqual(['three-hop', 'hamlet author born country', 1]);
    expect(found(['shakespeare'], ['hamlet', 'macbeth'])[0]).toEqual(['one-hop', 'shakespeare ^author', 1]);
  });
  it('finds where two paths meet, and prefers what fits gold best', () => {
    expect(found(['pacino', 'deniro'], ['heat'])[0]).toEqual(['intersection', 'pacino ^cast & deniro ^cast', 1]);
    expect(found(['pacino', 'deniro'], ['heat', 'scarface'])[0]).toEqual(['one-hop', 'pacino ^cast', 1]);
  });
  it('finds nothing where nothing leads there', () => {
    expect(found(['hamlet'], ['heat'])).toEqual([]);
    expect(found(['hamlet'], ['england'], FILMS, 2)).toEqual([]);
    expect(found(['hamlet'], ['nobody'])).toEqual([]);
  });

  it('finds a path for whatever a walk of up to three hops leads to, and none that misses gold', () => {
    const triples = fc.array(fc.tuple(fc.nat(7), fc.nat(2), fc.nat(7)), { minLength: 1, maxLength: 14 }).map((all) => all.filter(([s, , o]) => s !== o).map(([s, r, o]) => [`n${String(s)}`, `r${String(r)}`, `n${String(o)}`] as const));
    fc.assert(fc.property(triples, fc.array(fc.nat(9), { minLength: 1, maxLength: 3 }), (all, turns) => {
      fc.pre(all.length > 0);
      const field = smallField(all);
      const walk = [all[0]?.[0] ?? ''];
      for (const turn of turns) {
        const edges = all.flatMap(([s, , o]) => (s === walk.at(-1) ? [o] : o === walk.at(-1) ? [s] : []));
        walk.push(edges[turn % edges.length] ?? '');
      }
      // A walk that turns back is no path, and one that ends where it began has no answer.
      fc.pre(new Set(walk).size === walk.length);
      const gold = goldAnswersOf(field.graph, [walk.at(-1) ?? '']);
      const { paths } = searchPaths(field, [field.graph.nodeOf(walk[0] ?? '') ?? -1], gold);
      expect(paths.length).toBeGreaterThan(0);
      for (const path of paths) {
        expect(path.f1).toBeGreaterThan(0);
        expect(path.f1).toBeLessThanOrEqual(1);
      }
      expect(paths.map(valueOf)).toEqual(paths.map(valueOf).sort((a, b) => b - a));
    }), { numRuns: 60 });
  });
});
