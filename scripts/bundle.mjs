// Bundles one TypeScript entry into dist/ and runs it: the scripts need no build step of their own.
import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

/** Bundles `entry` (a path in the repository) and returns the file to import or run. */
export async function bundle(entry) {
  mkdirSync(join(root, 'dist', 'scripts'), { recursive: true });
  const outfile = join(root, 'dist', 'scripts', `${entry.replaceAll(/[\\/]/g, '-').replace(/\.ts$/, '')}.mjs`);
  await build({
    entryPoints: [join(root, entry)], outfile, bundle: true, mainFields: ['module', 'main'], platform: 'node', format: 'esm', target: 'node20', sourcemap: 'inline', logLevel: 'warning',
    external: ['onnxruntime-node'],
    banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
  });
  return pathToFileURL(outfile).href;
}
