// Installs what the project needs, once: npm's packages. Prints what it does; says what to do when it cannot.
import { execFileSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Installs node_modules where they are missing or older than the lock file. */
export async function setUp({ quiet = false } = {}) {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    process.stderr.write(`HopLens needs Node 20.19 or newer; this is ${process.versions.node}. Install it from your system or nodejs.org.\n`);
    process.exit(1);
  }
  const marker = join(root, 'node_modules', '.package-lock.json');
  const lock = join(root, 'package-lock.json');
  if (existsSync(marker) && statSync(marker).mtimeMs >= statSync(lock).mtimeMs - 1000) return;
  if (!quiet) process.stdout.write('Installing packages (npm ci) …\n');
  else process.stderr.write('Installing packages (npm ci) …\n');
  execFileSync(process.platform === 'win32' ? 'npm.cmd' : 'npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: root, stdio: ['ignore', quiet ? 2 : 'inherit', 'inherit'], shell: process.platform === 'win32' });
  execFileSync(process.execPath, [join(root, 'node_modules', 'esbuild', 'install.js')], { cwd: join(root, 'node_modules', 'esbuild'), stdio: ['ignore', 2, 2] });
}
