import type { Span } from '../../protocol';

/** A sidecar that cannot be used: where, why, and what to do. It is left as it is. */
export class SidecarError extends Error {
  override readonly name = 'SidecarError';

  /**
   * @param path the sidecar
   * @param range the place in its text
   * @param line that place's line, from 1; 0 where the file as a whole is meant
   */
  constructor(readonly path: string, readonly range: Span, readonly line: number, what: string) {
    super(`${path}${line === 0 ? '' : `, line ${String(line)}`}: ${what}`);
  }
}
