/** The work was withdrawn by whoever asked for it. */
export class AbortError extends Error {
  override readonly name = 'AbortError';
}
