// Debian's chromium for the end-to-end tests: found, installed where that is possible, or the reason why not.
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** `{ path }`, or `{ reason }` when there is none and none can be installed. */
export function findChromium() {
  const found = PLACES.find((path) => existsSync(path));
  if (found !== undefined) return { path: found };
  if (process.platform !== 'linux' || !existsSync('/usr/bin/apt-get')) return { reason: 'chromium is not installed, and this is no Debian system on which it could be' };
  if (process.getuid?.() !== 0) return { reason: 'chromium is not installed; install it with: sudo apt-get install chromium fonts-dejavu-core' };
  try {
    process.stderr.write('Installing chromium (apt-get) …\n');
    execFileSync('apt-get', ['update', '-qq'], { stdio: ['ignore', 'ignore', 'inherit'] });
    execFileSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-dejavu-core'], { stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } });
  } catch (error) {
    return { reason: `chromium could not be installed: ${error instanceof Error ? error.message.split('\n')[0] : String(error)}` };
  }
  const installed = PLACES.find((path) => existsSync(path));
  return installed === undefined ? { reason: 'apt-get installed no chromium' } : { path: installed };
}

/** Flags for a browser in a closed network, as root. */
export const FLAGS = [
  '--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run', '--disable-dev-shm-usage',
];
