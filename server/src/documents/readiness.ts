import { AbortError } from '../answering/abortError';

/** Something that is there, not yet, or not at all: requests that need it wait for it and hear why it never came. */
export class Readiness<T> {
  #value: T | undefined;
  #failure: string | undefined;
  readonly #waiting = new Set<{ readonly resolve: (value: T) => void; readonly reject: (error: Error) => void }>();

  get value(): T | undefined {
    return this.#value;
  }

  /** It is there: whoever waits goes on. */
  ready(value: T): void {
    this.#value = value;
    this.#failure = undefined;
    for (const { resolve } of this.#waiting) resolve(value);
    this.#waiting.clear();
  }

  /** It is being made (again). */
  loading(): void {
    this.#value = undefined;
    this.#failure = undefined;
  }

  /** It will not come, and why. */
  failed(message: string): void {
    this.#value = undefined;
    this.#failure = message;
    for (const { reject } of this.#waiting) reject(new Error(message));
    this.#waiting.clear();
  }

  /** Waits for it. @throws Error with the reason when it failed; AbortError when the signal aborts first */
  wait(signal?: AbortSignal): Promise<T> {
    const value = this.#value;
    if (value !== undefined) return Promise.resolve(value);
    if (this.#failure !== undefined) return Promise.reject(new Error(this.#failure));
    if (signal?.aborted === true) return Promise.reject(new AbortError('The request was withdrawn.'));
    return new Promise((resolve, reject) => {
      const waiting = { resolve, reject };
      this.#waiting.add(waiting);
      signal?.addEventListener('abort', () => {
        if (this.#waiting.delete(waiting)) reject(new AbortError('The request was withdrawn.'));
      }, { once: true });
    });
  }
}
