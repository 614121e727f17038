import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildGroups } from '../graph/groups';
import { compile } from '../graph/import/compile';
import type { GraphSource } from '../graph/import/graphSource';
import { PackedGraph } from '../graph/packedGraph';
import { Pack } from '../graph/packFile';
import type { Field } from './programs';
import { Scratch } from './scratch';

/** A small real graph for tests, compiled, written, opened and ready to be followed. Ids are their own labels. */
export function smallField(triples: readonly (readonly [string, string, string])[], literals: GraphSource['literals'] = [], times: GraphSource['times'] = []): Field & { readonly graph: PackedGraph } {
  const ids = [...new Set(triples.flatMap(([s, , o]) => [s, o]))];
  const relations = [...new Set([...triples, ...literals].map(([, r]) => r))];
  const named = (id: string) => ({ id, label: id, aliases: [], description: '' });
  const { writer } = compile(
    { entities: ids.map(named), relations: relations.map(named), triples: [...triples], literals, times },
    { name: 'small', date: '', sources: [], pageUrl: '' },
  );
  const folder = mkdtempSync(join(tmpdir(), 'hoplens-small-'));
  try {
    const path = join(folder, 'small.hlpack');
    writer.write(path);
    const graph = new PackedGraph(Pack.open(path));
    return { graph, groups: buildGroups(graph), scratch: new Scratch(graph.nodeCount, 2 * graph.relations.length) };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
