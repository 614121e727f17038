#!/usr/bin/env node
// Packages the extension as a .vsix for one platform: builds, stages exactly what ships, and hands it to vsce. Works offline.
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Platforms for which onnxruntime-node carries a binary. There is none for darwin-x64. */
const TARGETS = { 'linux-x64': ['linux', 'x64'], 'linux-arm64': ['linux', 'arm64'], 'darwin-arm64': ['darwin', 'arm64'], 'win32-x64': ['win32', 'x64'], 'win32-arm64': ['win32', 'arm64'] };

const FILES = ['README.md', 'CHANGELOG.md', 'LICENSE', 'THIRD_PARTY_NOTICES.md', 'package.nls.json', 'language-configuration.json', 'media', 'l10n', 'examples', 'docs/causes.md'];
const BUNDLES = ['extension.cjs', 'server.cjs', 'worker.cjs', 'diagnosis.cjs', 'cli.cjs', 'report.js', 'webview.js', 'webview.css'];

/** Builds and packages; returns the path of the .vsix. Throws when something that ships is missing. */
export async function packageExtension(target = `${process.platform}-${process.arch}`) {
  const platform = TARGETS[target];
  if (platform === undefined) throw new Error(`onnxruntime-node has no binary for ${target}; HopLens is packaged for ${Object.keys(TARGETS).join(', ')}.`);
  execFileSync(process.execPath, [join(root, 'esbuild.config.mjs')], { cwd: root, stdio: ['ignore', 2, 2] });
  const stage = mkdtempSync(join(tmpdir(), 'hoplens-vsix-'));
  mkdirSync(join(stage, 'dist'), { recursive: true });
  for (const file of FILES) {
    if (!existsSync(join(root, file))) throw new Error(`${file} is missing: the extension cannot be packaged without it.`);
    cpSync(join(root, file), join(stage, file), { recursive: true });
  }
  for (const file of BUNDLES) cpSync(join(root, 'dist', file), join(stage, 'dist', file));
  const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  // What only the repository needs. "type" too: the bundles are CommonJS.
  for (const key of ['scripts', 'dependencies', 'devDependencies', 'allowScripts', 'type', 'private']) delete manifest[key];
  writeFileSync(join(stage, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
  writeFileSync(join(stage, '.vscodeignore'), '');
  // Only the binary of this platform: all of them are 290 MB. Below dist/, where Node finds it for the bundles: vsce leaves a top-level node_modules out.
  const modules = join(stage, 'dist', 'node_modules');
  for (const name of ['onnxruntime-node', 'onnxruntime-common']) {
    const source = join(root, 'node_modules', name);
    cpSync(source, join(modules, name), {
      recursive: true,
      filter: (path) => !/[\\/](?:bin|script|lib|test)(?:[\\/]|$)/.test(path.slice(source.length)) && !/\.(?:map|md)$|\.d\.[cm]?ts$/.test(path),
    });
  }
  const binary = join('bin', 'napi-v6', ...platform);
  const from = join(root, 'node_modules', 'onnxruntime-node', binary);
  if (!existsSync(from)) throw new Error(`onnxruntime-node lacks ${binary}: run npm ci again.`);
  cpSync(from, join(modules, 'onnxruntime-node', binary), { recursive: true });
  const vsix = join(root, 'dist', `hoplens-${target}.vsix`);
  execFileSync(process.execPath, [
    join(root, 'node_modules', '@vscode', 'vsce', 'vsce'), 'package', '--target', target, '--out', vsix, '--allow-missing-repository', '--skip-license', '--no-rewrite-relative-links', '--no-dependencies',
  ], { cwd: stage, stdio: ['ignore', 'ignore', 'inherit'] });
  rmSync(stage, { recursive: true });
  return vsix;
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const at = process.argv.indexOf('--target');
  process.stdout.write(`${await packageExtension(at < 0 ? undefined : process.argv[at + 1])}\n`);
}
