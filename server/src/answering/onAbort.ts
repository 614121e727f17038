/**
 * Calls back when a signal aborts, until the function returned is called. A signal that lives for ten thousand questions must not hold on to each of them: whoever
 * waits for one lets go of the signal when it is there.
 */
export function onAbort(signal: AbortSignal | undefined, aborted: () => void): () => void {
  signal?.addEventListener('abort', aborted, { once: true });
  return () => signal?.removeEventListener('abort', aborted);
}
