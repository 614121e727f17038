/** Milliseconds that one piece of work may keep the server's thread: a key that is pressed meanwhile waits no longer. */
const MOST = 10;

/**
 * For long work in small steps: the function returned lets everything else have a turn where the last turn is longer ago than that. To be awaited between two
 * steps.
 */
export function breather(most = MOST): () => Promise<void> {
  let began = performance.now();
  return async () => {
    if (performance.now() - began < most) return;
    await new Promise((resolve) => { setImmediate(resolve); });
    began = performance.now();
  };
}
