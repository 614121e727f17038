import { availableParallelism, loadavg } from 'node:os';
import { join } from 'node:path';
import { buildGroups } from '../graph/groups';
import { openLexicon } from '../graph/lexicon/fromPack';
import { knownValues, type KnownValues } from '../graph/knownValues';
import { PackedGraph, type SharedGraph } from '../graph/packedGraph';
import { Pack } from '../graph/packFile';
import { readBundle, type ModelManifest } from '../model/bundle';
import { Session } from '../model/session';
import { Tokenizer } from '../model/tokenizer';
import { declineThreshold } from './declineThreshold';
import { GraphVectors } from './graphVectors';
import type { Pipeline } from './pipeline';
import { Scratch } from './scratch';

/** Where the embedded assets lie, below the extension's folder `media`. */
export const EMBEDDED = { graph: join('graph', 'wikidata.hlpack'), model: 'model' } as const;

/**
 * Threads for the model's products in a process that need not stand back, as a command line: two where a core is idle, for of more a question of ten words makes
 * little use. Where other work holds the cores the two would wait for each other at every product, and one is twice as fast.
 */
export function spareThreads(): number {
  return Math.max(1, Math.min(2, Math.floor(availableParallelism() - (loadavg()[0] ?? 0) + 0.5)));
}

/** Paths of a graph pack and a model bundle. */
export interface Assets {
  readonly graph: string;
  readonly model: string;
  /** In the place of the bundle's own threshold: a question is declined where the graph probably (1 − threshold) does not hold its answer. 0 declines nothing. */
  readonly threshold?: number | undefined;
  /** That share the model's products; one where the editor needs the others. */
  readonly threads?: number | undefined;
}

/** A pack path, or a graph that another thread has opened. */
export type GraphSourceGiven = string | SharedGraph;

/** A pipeline with what it was opened from. */
export interface Opened {
  readonly pipeline: Pipeline;
  readonly graph: PackedGraph;
  readonly pack: Pack;
  /** For example "hoplens-base 1.0, int8". */
  readonly modelName: string;
  readonly manifest: ModelManifest;
}

/**
 * Opens graph and model together, on the calling thread.
 *
 * @throws PackError, ModelError naming the file and the remedy
 */
export async function openPipeline(assets: Omit<Assets, 'graph'> & { readonly graph: GraphSourceGiven }): Promise<Opened> {
  const bundle = await readBundle(assets.model);
  const opening = Session.create(bundle, assets.threads);
  // A failure below must not leave a rejection of the session unheard.
  opening.catch(() => undefined);
  const graph = typeof assets.graph === 'string' ? new PackedGraph(Pack.open(assets.graph)) : PackedGraph.attach(assets.graph);
  const { pack } = graph;
  const lexicon = openLexicon(pack);
  const groups = buildGroups(graph);
  const session = await opening;
  const tokenizer = new Tokenizer(bundle.tokenizer);
  const vectors = await GraphVectors.open(graph, pack, bundle.manifest, session, tokenizer);
  // The first run of a session is ten times slower than the rest: not the user's question.
  await session.encode(tokenizer.question(['warm', 'up']).ids);
  let values: KnownValues | undefined;
  const field = { graph, groups, scratch: new Scratch(graph.nodeCount, 2 * graph.relations.length) };
  return {
    pipeline: {
      reader: { graph, groups, session, tokenizer, vectors }, lexicon, field, values: () => (values ??= knownValues(graph, groups)),
      gate: bundle.manifest.gate, threshold: assets.threshold ?? declineThreshold(bundle.manifest, graph.relations),
    },
    graph, pack, modelName: bundle.manifest.name, manifest: bundle.manifest,
  };
}
