import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createGunzip } from 'node:zlib';
import { Failure } from './failure';

/** A file that is being read. */
export interface FileBytes {
  /** Unpacked, where its name ends in `.gz`. */
  readonly bytes: AsyncIterable<Uint8Array>;
  /** How much of it was read, 0 … 1. */
  readonly read: () => number;
}

/** Opens a file to be read once, from its beginning to its end. @throws Failure where there is none */
export async function fileBytes(path: string): Promise<FileBytes> {
  const refused = (error: unknown): Failure => new Failure(`${path} cannot be read: ${error instanceof Error ? error.message : String(error)}. Check the path.`);
  const size = await stat(path).then((found) => found.size, (error: unknown) => { throw refused(error); });
  const file = createReadStream(path);
  const shortened = (): void => {
    if (file.bytesRead < size) throw new Failure(`${path} became shorter while it was read: something else writes to it. Try again when that is done.`);
  };
  return { bytes: chunksOf(file, path.endsWith('.gz'), refused, shortened), read: () => (size === 0 ? 1 : file.bytesRead / size) };
}

async function* chunksOf(file: ReturnType<typeof createReadStream>, packed: boolean, refused: (error: unknown) => Failure, check: () => void): AsyncGenerator<Uint8Array> {
  const unpacked = packed ? file.pipe(createGunzip()) : file;
  // An error of the file does not reach what it is piped into by itself.
  if (packed) file.on('error', (error) => { unpacked.destroy(error); });
  try {
    for await (const chunk of unpacked) if (chunk instanceof Uint8Array) yield chunk;
  } catch (error) {
    throw refused(error);
  } finally {
    file.destroy();
  }
  check();
}
