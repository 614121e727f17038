import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { factTimes, heldText, periodText } from './factTimes';
import { buildGroups } from './groups';
import { compile } from './import/compile';
import type { HeldFact } from './import/graphSource';
import { PackedGraph } from './packedGraph';
import { Pack } from './packFile';

const folder = mkdtempSync(join(tmpdir(), 'hoplens-times-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const named = (id: string) => ({ id, label: id, aliases: [], description: '' });

/** A graph of towns and their mayors, written and opened. */
function graphOf(triples: readonly (readonly [string, string])[], times: readonly (readonly [string, string, string, string])[]): PackedGraph {
  const held = times.map(([subject, object, from, to]): HeldFact => ({ subject, relation: 'mayor', object, from: from && `^${from}-01-01T00:00:00Z/9`, to: to && `^${to}-01-01T00:00:00Z/9` }));
  const ids = [...new Set(triples.flat())];
  const { writer } = compile({ entities: ids.map(named), relations: [named('mayor')], triples: triples.map(([s, o]) => [s, 'mayor', o] as const), literals: [], times: held }, { name: 'times', date: '', sources: [], pageUrl: '' });
  const path = join(folder, 'times.hlpack');
  writer.write(path);
  return new PackedGraph(Pack.open(path));
}

function periods(graph: PackedGraph): string[] {
  const { edge, from, until, held } = factTimes(graph, buildGroups(graph));
  return Array.from(edge, (place, k) => `${graph.labelOf(graph.edgeNode[place] ?? 0)} ${String(from[k])} ${String(until[k])}: ${periodText(graph, held[k] ?? 0)}`);
}

describe('factTimes', () => {
  it('finds the edges of a fact in both directions, each period by its start', () => {
    const graph = graphOf([['Lima', 'Ada'], ['Lima', 'Bo']], [['Lima', 'Ada', '1999', '2003'], ['Lima', 'Ada', '1990', '1994'], ['Lima', 'Bo', '2003', '']]);
    expect(periods(graph)).toEqual([
      'Ada 1990 1994: 1990 – 1994', 'Ada 1999 2003: 1999 – 2003', 'Bo 2003 Infinity: since 2003',
      'Lima 1990 1994: 1990 – 1994', 'Lima 1999 2003: 1999 – 2003', 'Lima 2003 Infinity: since 2003',
    ]);
    const node = (id: string): number => graph.nodeOf(id) ?? -1;
    expect(heldText(graph, node('Lima'), 0, node('Ada'))).toBe('1990 – 1994; 1999 – 2003');
    expect(heldText(graph, node('Ada'), 0, node('Lima'))).toBe('');
    expect(graph.relations.at(-1)).toMatchObject({ id: 'P585', label: 'point in time' });
  });

  it('knows a point in time, and a fact whose start is not known', () => {
    expect(periods(graphOf([['Lima', 'Ada'], ['Oslo', 'Bo']], [['Lima', 'Ada', '1990', '1990'], ['Oslo', 'Bo', '', '1999']])).toSorted().slice(0, 2)).toEqual(['Ada 1990 1990: 1990', 'Bo -Infinity 1999: until 1999']);
  });

  it('is empty where no fact has a time, and leaves out the time of a fact that the graph lacks', () => {
    const none = graphOf([['Lima', 'Ada']], []);
    expect(periods(none)).toEqual([]);
    expect(none.pack.has('held/relation')).toBe(false);
    expect(none.relations).toHaveLength(1);
    expect(periods(graphOf([['Lima', 'Ada'], ['Oslo', 'Bo']], [['Lima', 'Bo', '1990', '']]))).toEqual([]);
  });

  it('keeps the same period of a fact once', () => {
    expect(periods(graphOf([['Lima', 'Ada']], [['Lima', 'Ada', '1990', '1994'], ['Lima', 'Ada', '1990', '1994']]))).toHaveLength(2);
  });

  it('keeps every period of every fact, whatever their order', () => {
    const fact = fc.tuple(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 5, max: 9 }), fc.integer({ min: 1000, max: 2000 }));
    fc.assert(fc.property(fc.uniqueArray(fact, { minLength: 1, maxLength: 30, selector: (row) => row.join() }), (rows) => {
      const graph = graphOf(rows.map(([s, o]) => [`n${String(s)}`, `n${String(o)}`] as const), rows.map(([s, o, year]) => [`n${String(s)}`, `n${String(o)}`, String(year), String(year + 3)] as const));
      const times = factTimes(graph, buildGroups(graph));
      expect(times.edge).toHaveLength(2 * rows.length);
      expect([...times.from].sort()).toEqual(rows.flatMap(([, , year]) => [year, year]).sort());
      expect([...times.edge]).toEqual([...times.edge].sort((a, b) => a - b));
    }), { numRuns: 30 });
  });
});
