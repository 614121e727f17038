import { existsSync } from 'node:fs';
import { readdir, stat, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { exportRows, nameTable, rowLines, type FurtherName, type TrainingRow } from '../documents/corrections/exportRows';
import { SIDECAR_SUFFIX } from '../documents/corrections/sidecarFile';
import { questionFileOf } from '../documents/corrections/sidecarPath';
import { readSidecar } from '../documents/corrections/sidecarStore';
import { Failure } from './failure';
import { readQuestionFile } from './input';

/** Folders that hold nobody's questions. */
const NOT_ENTERED = new Set(['node_modules', '.git']);

/** `hoplens export-corrections`: training rows, and further names for the pack, of all corrections below some files and folders. */
export async function exportCorrectionsCommand(paths: readonly string[], options: { readonly out: string; readonly aliases?: string }): Promise<void> {
  const sidecars = [...new Set((await Promise.all(paths.map(sidecarsBelow))).flat())];
  if (sidecars.length === 0) throw new Failure(`No corrections (*${SIDECAR_SUFFIX}) are there: ${paths.join(', ')}. Correct something in the editor first, or name other files.`);
  const rows: TrainingRow[] = [];
  const names: FurtherName[] = [];
  let orphans = 0;
  for (const sidecar of sidecars) {
    const found = await exportOne(sidecar);
    rows.push(...found.rows);
    names.push(...found.names);
    orphans += found.orphans;
  }
  await write(options.out, rowLines(rows));
  if (options.aliases !== undefined) await write(options.aliases, nameTable(names));
  const told = [
    `${count(rows.length, 'row')} of ${count(sidecars.length, 'file')} in ${options.out}`,
    ...(options.aliases === undefined ? (names.length === 0 ? [] : [`${count(names.length, 'further name')} left out: give --aliases FILE`]) : [`${count(names.length, 'further name')} in ${options.aliases}`]),
    ...(orphans === 0 ? [] : [`${count(orphans, 'correction')} attached to no question any more, exported by the text they were made for`]),
  ];
  process.stderr.write(`${told.join('; ')}.\n`);
}

async function exportOne(sidecar: string): Promise<ReturnType<typeof exportRows>> {
  const file = questionFileOf(sidecar);
  const read = readSidecar(sidecar);
  for (const { why } of read.notUnderstood) process.stderr.write(`${sidecar}: a line is left out: ${why}\n`);
  if (!existsSync(file)) process.stderr.write(`${sidecar}: its question file is not there; rows carry the questions as they were corrected.\n`);
  return exportRows(basename(file), existsSync(file) ? (await readQuestionFile(file)).questions : [], read);
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

async function write(path: string, text: string): Promise<void> {
  try {
    await writeFile(path, text);
  } catch (error) {
    throw new Failure(`${path} cannot be written: ${error instanceof Error ? error.message : String(error)}. Check that its folder is there and may be written to.`);
  }
}

const count = (n: number, what: string): string => `${String(n)} ${what}${n === 1 ? '' : 's'}`;
