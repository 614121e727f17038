// A real VS Code from npm alone: code-server ships VS Code's server, extension host and web workbench. Installed once into .hoplens-cache.
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const cache = join(root, '.hoplens-cache', 'code-server');
const CODE_SERVER = '4.139.1';
// code-server 4.139 runs on Node 24 only; its binary is an npm package too.
const NODE = '24.21.0';

const npm = (args, cwd) => execFileSync(process.platform === 'win32' ? 'npm.cmd' : 'npm', [...args, '--no-audit', '--no-fund', '--loglevel=error'], { cwd, stdio: ['ignore', 2, 2], shell: process.platform === 'win32' });

/** Whether this machine can have code-server: its Node binary is packaged for these. */
export function supported() {
  return process.platform === 'linux' && (process.arch === 'x64' || process.arch === 'arm64');
}

/** Installs code-server where it is missing; returns its node and entry. */
export function install() {
  const node = join(cache, 'node_modules', `node-linux-${process.arch}`, 'bin', 'node');
  const entry = join(cache, 'node_modules', 'code-server', 'out', 'node', 'entry.js');
  const done = join(cache, `installed-${CODE_SERVER}`);
  if (existsSync(done)) return { node, entry };
  process.stderr.write(`Installing VS Code (code-server ${CODE_SERVER}) into .hoplens-cache, once …\n`);
  mkdirSync(cache, { recursive: true });
  writeFileSync(join(cache, 'package.json'), '{ "private": true }\n');
  npm(['install', '--ignore-scripts', `node-linux-${process.arch}@${NODE}`, `code-server@${CODE_SERVER}`], cache);
  const vscode = join(cache, 'node_modules', 'code-server', 'lib', 'vscode');
  npm(['install', '--omit=dev', '--ignore-scripts'], vscode);
  npm(['install', '--omit=dev', '--ignore-scripts'], join(vscode, 'extensions'));
  writeFileSync(done, '');
  return { node, entry };
}

function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

/**
 * Starts VS Code on 127.0.0.1 with an extension installed from its .vsix; resolves when it answers.
 * `others` are further extensions, `home` is a folder for its data. Returns the address of a folder and a function that stops it.
 */
export async function start({ vsix, others = [], home, settings = {}, smokeTest = false }) {
  const { node, entry } = install();
  const port = await freePort();
  const data = join(home, 'data');
  const extensions = join(home, 'extensions');
  mkdirSync(join(data, 'User'), { recursive: true });
  writeFileSync(join(data, 'User', 'settings.json'), JSON.stringify({
    'workbench.startupEditor': 'none', 'telemetry.telemetryLevel': 'off', 'update.mode': 'none', 'extensions.autoUpdate': false, 'extensions.autoCheckUpdates': false,
    'workbench.tips.enabled': false, 'chat.disableAIFeatures': true, 'workbench.secondarySideBar.defaultVisibility': 'hidden', ...settings,
  }, null, 2));
  const config = join(home, 'config.yaml');
  writeFileSync(config, '');
  const common = [entry, '--config', config, '--user-data-dir', data, '--extensions-dir', extensions];
  const env = { ...process.env, NODE_OPTIONS: '' };
  // Its logger's native part is not built (see install): what it says of that is noise, unless the installation fails.
  const files = [vsix, ...others];
  const installed = spawnSync(node, [...common, ...files.flatMap((file) => ['--install-extension', file]), '--force'], { encoding: 'utf8', env });
  if (installed.status !== 0) throw new Error(`code-server could not install ${files.join(', ')}:\n${installed.stdout}${installed.stderr}`);
  const server = spawn(node, [
    ...common, '--auth', 'none', '--bind-addr', `127.0.0.1:${port}`, '--disable-telemetry', '--disable-update-check', '--disable-workspace-trust', '--disable-getting-started-override',
    ...(smokeTest ? ['--vscode-option', 'enable-smoke-test-driver'] : []),
  ], { stdio: ['ignore', 'pipe', 'pipe'], env });
  let log = '';
  for (const stream of [server.stdout, server.stderr]) stream.on('data', (chunk) => { log = (log + chunk).slice(-20_000); });
  const stop = () => new Promise((resolve) => {
    if (server.exitCode !== null) return resolve();
    server.once('exit', resolve);
    server.kill('SIGTERM');
    setTimeout(() => server.kill('SIGKILL'), 3000).unref();
  });
  for (let attempt = 0; attempt < 120; attempt++) {
    if (server.exitCode !== null) throw new Error(`code-server ended with status ${server.exitCode}:\n${log}`);
    try {
      const answer = await fetch(`http://127.0.0.1:${port}/healthz`, { signal: AbortSignal.timeout(1000) });
      if (answer.ok) return { address: (folder) => `http://127.0.0.1:${port}/?folder=${encodeURIComponent(folder)}`, stop, log: () => log, server };
    } catch {
      // not yet
    }
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  await stop();
  throw new Error(`code-server did not answer within a minute:\n${log}`);
}
