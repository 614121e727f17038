// Builds dist/ when a source file is newer than it.
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

function newest(folder) {
  let time = 0;
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    if (entry.isFile() && !entry.name.endsWith('.test.ts')) time = Math.max(time, statSync(join(entry.parentPath ?? entry.path, entry.name)).mtimeMs);
  }
  return time;
}

/** Runs the build where `dist` is missing or older than the sources. */
export async function buildIfStale(root) {
  const built = join(root, 'dist', 'cli.cjs');
  const sources = ['server/src', 'extension/src', 'webview/src'].map((folder) => join(root, folder)).filter((folder) => existsSync(folder));
  const time = Math.max(...sources.map(newest), statSync(join(root, 'esbuild.config.mjs')).mtimeMs);
  if (existsSync(built) && statSync(built).mtimeMs >= time) return;
  execFileSync(process.execPath, [join(root, 'esbuild.config.mjs')], { cwd: root, stdio: ['ignore', 2, 2] });
}
