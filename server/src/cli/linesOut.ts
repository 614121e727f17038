import { once } from 'node:events';
import { createWriteStream, type WriteStream } from 'node:fs';
import { resolve } from 'node:path';
import { Failure } from './failure';

/** A file of JSON lines that grows by whole lines only, so that it is valid whenever writing stops. */
export class LinesOut {
  #failed: Error | undefined;

  private constructor(private readonly path: string, private readonly stream: WriteStream) {
    stream.on('error', (error) => { this.#failed = error; });
  }

  /** Opens a file anew. @throws Failure where it cannot be written */
  static async open(path: string): Promise<LinesOut> {
    const stream = createWriteStream(path);
    const out = new LinesOut(path, stream);
    try {
      await once(stream, 'open');
    } catch (error) {
      throw out.#failure(error);
    }
    return out;
  }

  /** Writes one object as a line, and waits while the disk is behind: nothing piles up. @throws Failure */
  async write(value: object): Promise<void> {
    if (this.#failed !== undefined) throw this.#failure(this.#failed);
    if (!this.stream.write(`${JSON.stringify(value)}\n`)) await Promise.race([once(this.stream, 'drain'), once(this.stream, 'close')]);
  }

  /** Resolves when everything is on disk. @throws Failure */
  async close(): Promise<void> {
    await new Promise<void>((done) => {
      if (this.stream.closed) done();
      else this.stream.once('close', done).end();
    });
    if (this.#failed !== undefined) throw this.#failure(this.#failed);
  }

  #failure(error: unknown): Failure {
    return new Failure(`${resolve(this.path)} cannot be written: ${error instanceof Error ? error.message : String(error)}. Give a path in a folder that exists, on a disk with room.`);
  }
}
