/**
 * Requests that come before the present text of their document was read, as a long one is in slices: an editor asks once for the outline and the lenses of a
 * file that it opens, and an empty answer would stand until the next edit.
 */
export class Arrivals {
  readonly #waiting = new Map<string, (() => void)[]>();

  /** @param isRead whether the present text of a document was read; true of one that is not open, for which there is nothing to wait */
  constructor(private readonly isRead: (uri: string) => boolean) {}

  /** Resolves when the present text of a document was read or the document was closed; at once where there is nothing to wait for. Never rejects. */
  wait(uri: string): Promise<void> {
    if (this.isRead(uri)) return Promise.resolve();
    return new Promise((resolve) => { this.#waiting.set(uri, [...(this.#waiting.get(uri) ?? []), resolve]); });
  }

  /** A document was read, changed or closed: who waited for it goes on if it is there now. */
  look(uri: string): void {
    const waiting = this.#waiting.get(uri);
    if (waiting === undefined || !this.isRead(uri)) return;
    this.#waiting.delete(uri);
    for (const resolve of waiting) resolve();
  }
}
