import { randomBytes } from 'node:crypto';
import { readFileSync, realpathSync, renameSync } from 'node:fs';
import { open, rm, stat } from 'node:fs/promises';
import { EMPTY_SIDECAR, parseSidecar, sidecarText, type Sidecar } from './sidecarFile';
import { SidecarError } from './sidecarError';

/** Somebody else may write between our reading and our writing: so often we begin again. */
const TRIES = 5;
const isMissing = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'ENOENT';
const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** The text of a sidecar; undefined where there is none. @throws SidecarError where it cannot be read */
export function readSidecarText(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw new SidecarError(path, { start: 0, end: 0 }, 0, `cannot be read: ${reasonOf(error)}.`);
  }
}

/** Reads a sidecar; an empty one where there is no file. @throws SidecarError */
export function readSidecar(path: string): Sidecar {
  const text = readSidecarText(path);
  return text === undefined ? EMPTY_SIDECAR : parseSidecar(path, text);
}

/**
 * Changes a sidecar: reads it as it is now, and puts the new text in its place at once (a file beside it is written and renamed), so that no half of it is ever
 * seen. With nothing left in it the file goes.
 *
 * @throws SidecarError where it cannot be understood (it stays as it is) or written
 */
export async function changeSidecar(path: string, change: (sidecar: Sidecar) => Sidecar): Promise<void> {
  for (let tries = 0; tries < TRIES; tries++) {
    const before = readSidecarText(path);
    const after = change(before === undefined ? EMPTY_SIDECAR : parseSidecar(path, before));
    const empty = after.corrections.length === 0 && after.notUnderstood.length === 0 && Object.keys(after.extra).length === 0;
    if (empty && before === undefined) return;
    try {
      if (await replace(path, before, empty ? undefined : sidecarText(after))) return;
    } catch (error) {
      throw new SidecarError(path, { start: 0, end: 0 }, 0, `cannot be written: ${reasonOf(error)}. Check that the folder may be written to.`);
    }
  }
  throw new SidecarError(path, { start: 0, end: 0 }, 0, 'is being written by somebody else. Try again.');
}

/** Puts a text in a file's place unless it is no longer what it was. @returns whether it was done */
async function replace(path: string, before: string | undefined, text: string | undefined): Promise<boolean> {
  // Behind a link the file itself is replaced, not the link.
  const target = before === undefined ? path : realpathSync(path);
  if (text === undefined) {
    if (readSidecarText(path) !== before) return false;
    await rm(target);
    return true;
  }
  const beside = `${target}.${randomBytes(6).toString('hex')}.tmp`;
  try {
    const mode = before === undefined ? 0o666 : (await stat(target)).mode;
    const file = await open(beside, 'wx', mode);
    try {
      await file.writeFile(text, 'utf8');
      await file.sync();
    } finally {
      await file.close();
    }
    // Both without a pause, so that within this process nobody comes between.
    if (readSidecarText(path) !== before) return false;
    renameSync(beside, target);
    return true;
  } finally {
    await rm(beside, { force: true });
  }
}
