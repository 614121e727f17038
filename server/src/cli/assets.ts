import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Assets, Opened } from '../answering/openPipeline';
import { EMBEDDED, openPipeline, spareThreads } from '../answering/openPipeline';
import { Failure } from './failure';

/** Options that every command takes. */
export interface AssetOptions {
  readonly graph?: string;
  readonly model?: string;
  readonly threshold?: number;
}

/** The folder `media` beside the bundled command line: the nearest one upwards. */
function media(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  for (;;) {
    if (existsSync(join(folder, 'media', 'model'))) return join(folder, 'media');
    const above = dirname(folder);
    if (above === folder) throw new Failure('The embedded graph and model (folder media/) are missing. Give others with --graph FILE and --model FOLDER, or reinstall.');
    folder = above;
  }
}

/** Paths of the embedded graph and model, or of those that the options name. */
export function assetPaths(options: AssetOptions): Assets {
  return { graph: graphPath(options), model: options.model ?? join(media(), EMBEDDED.model), threshold: options.threshold };
}

/** Opens the embedded graph and model, or those that the options name. */
export async function openAssets(options: AssetOptions): Promise<Opened> {
  return openPipeline({ ...assetPaths(options), threads: spareThreads() });
}

/** Path of the graph alone. */
export function graphPath(options: AssetOptions): string {
  return options.graph ?? join(media(), EMBEDDED.graph);
}
