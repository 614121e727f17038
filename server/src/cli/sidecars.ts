import { existsSync } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { SIDECAR_SUFFIX } from '../documents/corrections/sidecarFile';
import { Failure } from './failure';

/** Folders that hold nobody's questions. */
const NOT_ENTERED = new Set(['node_modules', '.git']);

/** The sidecars that some paths mean, each once. @throws Failure naming the path that is not there or has none */
export async function sidecarsOf(paths: readonly string[]): Promise<string[]> {
  return [...new Set((await Promise.all(paths.map(sidecarsBelow))).flat())];
}

/** The sidecars that a path means: one of its own, that of a question file, or all below a folder. @throws Failure naming the path */
async function sidecarsBelow(path: string): Promise<string[]> {
  if (path.endsWith(SIDECAR_SUFFIX) && existsSync(path)) return [path];
  const found = await stat(path).catch(() => undefined);
  if (found?.isDirectory() === true) {
    const inside = await readdir(path, { withFileTypes: true });
    const deeper = await Promise.all(inside.map(async (one): Promise<string[]> => {
      if (one.isDirectory()) return NOT_ENTERED.has(one.name) ? [] : sidecarsBelow(join(path, one.name));
      return one.name.endsWith(SIDECAR_SUFFIX) ? [join(path, one.name)] : [];
    }));
    return deeper.flat().sort();
  }
  const sidecar = `${path}${SIDECAR_SUFFIX}`;
  if (existsSync(sidecar)) return [sidecar];
  throw new Failure(found === undefined ? `${path} is not there. Check the path.` : `${path} has no corrections: ${sidecar} is not there.`);
}
