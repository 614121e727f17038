#!/usr/bin/env node
// npm start: sets up, answers the example questions in the terminal, then opens them in a real VS Code with the extension.
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setUp } from './setup.mjs';
import { buildIfStale } from './stale.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const examples = join(root, 'examples');
await setUp();
await buildIfStale(root);
process.stdout.write('\nThe example questions, answered by the embedded model over the embedded Wikidata extract:\n\n');
const answered = spawnSync(process.execPath, [join(root, 'dist', 'cli.cjs'), 'answer', '--file', join(examples, 'examples.questions')], { stdio: ['ignore', 'inherit', 'inherit'] });
if (answered.status !== 0) process.exit(answered.status ?? 1);

const noEditor = process.argv.includes('--no-editor');
const display = process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
if (noEditor || (!process.stdout.isTTY && !display)) {
  if (!noEditor) process.stdout.write('No terminal and no display: not opening the editor.\n');
  process.exit(0);
}

const { packageExtension } = await import('./package.mjs');
const vsix = await packageExtension();
if (spawnSync('code', ['--version'], { stdio: 'ignore', shell: process.platform === 'win32' }).status === 0) {
  // A profile folder of its own: nothing of the user's VS Code changes.
  const home = join(root, '.hoplens-cache', 'vscode');
  mkdirSync(home, { recursive: true });
  const own = ['--user-data-dir', join(home, 'data'), '--extensions-dir', join(home, 'extensions')];
  execFileSync('code', [...own, '--install-extension', vsix, '--force'], { stdio: 'inherit', shell: process.platform === 'win32' });
  spawn('code', [...own, examples, join(examples, 'examples.questions')], { stdio: 'ignore', detached: true, shell: process.platform === 'win32' }).unref();
  process.stdout.write('Opened examples/ in VS Code.\n');
} else {
  const codeServer = await import('./codeServer.mjs');
  if (!codeServer.supported()) {
    process.stdout.write(`There is no "code" on PATH, and code-server is packaged for Linux only. Install the extension yourself: ${vsix}\n`);
    process.exit(0);
  }
  const running = await codeServer.start({ vsix, home: join(root, '.hoplens-cache', 'start') });
  const address = running.address(examples);
  process.stdout.write(`\nVS Code runs at ${address}\nOpen examples.questions there. Ctrl+C ends it.\n`);
  if (display) spawn(process.platform === 'darwin' ? 'open' : 'xdg-open', [address], { stdio: 'ignore', detached: true }).on('error', () => undefined).unref();
  const end = async () => {
    await running.stop();
    process.exit(0);
  };
  process.on('SIGINT', end);
  process.on('SIGTERM', end);
}
