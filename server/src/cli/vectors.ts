import { VECTOR_SECTIONS } from '../answering/graphVectors';
import type { Node } from '../graph/knowledgeGraph';
import { rewritePack } from '../graph/packFile';
import { openAssets, type AssetOptions } from './assets';

/**
 * `hoplens vectors`: writes the vectors of the model into a copy of the graph pack, so that it opens without encoding a label. A pack without them works too, only slower.
 */
export async function writeVectors(options: AssetOptions & { readonly out: string }): Promise<void> {
  const { pipeline, graph, pack, manifest } = await openAssets(options);
  const { vectors } = pipeline.reader;
  const types = new Set<Node>();
  for (let node = 0; node < graph.entityCount; node++) for (const type of graph.typesOf(node)) types.add(type);
  const nodes = [...types].sort((a, b) => a - b);
  process.stderr.write(`encoding ${String(nodes.length)} type labels\n`);
  const matrix = await vectors.typeMatrix(nodes);
  const relations = vectors.relations.data;
  if (!(relations instanceof Float32Array)) throw new TypeError('relation vectors are not float32');
  const size = rewritePack(pack, options.out, {
    [VECTOR_SECTIONS.fingerprint]: new TextEncoder().encode(manifest.fingerprint),
    [VECTOR_SECTIONS.relation]: relations,
    [VECTOR_SECTIONS.type]: matrix,
    [VECTOR_SECTIONS.typeNode]: Uint32Array.from(nodes),
  });
  process.stderr.write(`wrote ${options.out}: ${(size / 1e6).toFixed(1)} MB\n`);
}
