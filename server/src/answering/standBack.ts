import { constants, setPriority } from 'node:os';

/**
 * Lets other threads go first where processors are few: the editor and the server's own connection must not wait for work in bulk. For the calling thread, and
 * only on Linux, where a priority is a thread's own; elsewhere it would be the whole process that stood back.
 */
export function standBack(): void {
  if (process.platform !== 'linux') return;
  try {
    setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
  } catch {
    // Some containers forbid it: then all threads are equal.
  }
}
