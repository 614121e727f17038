import { unwatchFile, watch, watchFile as poll, type FSWatcher } from 'node:fs';
import { basename, dirname } from 'node:path';

/** Where a folder cannot be watched (a network drive, too many watches) its file is looked at so often (milliseconds). */
const POLL = 1000;

/**
 * Watches a file that may not be there yet, that is replaced rather than written, and that may go: its folder is watched.
 *
 * @param onChanged called for every event, sometimes more than once for one change
 * @returns stops watching
 */
export function watchFile(path: string, onChanged: () => void): () => void {
  const name = basename(path);
  let watcher: FSWatcher | undefined;
  const pollInstead = (): void => {
    watcher?.close();
    watcher = undefined;
    poll(path, { interval: POLL, persistent: false }, onChanged);
  };
  try {
    watcher = watch(dirname(path), { persistent: false }, (_, changed) => {
      if (changed === null || changed === name) onChanged();
    });
    watcher.on('error', pollInstead);
  } catch {
    pollInstead();
  }
  return () => {
    watcher?.close();
    unwatchFile(path, onChanged);
  };
}
