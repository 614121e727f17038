import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { exportRows, nameTable, rowLines, type FurtherName, type TrainingRow } from '../documents/corrections/exportRows';
import { SIDECAR_SUFFIX } from '../documents/corrections/sidecarFile';
import { questionFileOf } from '../documents/corrections/sidecarPath';
import { readSidecar } from '../documents/corrections/sidecarStore';
import { Failure } from './failure';
import { readQuestionFile } from './input';
import { sidecarsOf } from './sidecars';

/** `hoplens export-corrections`: training rows, and further names for the pack, of all corrections below some files and folders. */
export async function exportCorrectionsCommand(paths: readonly string[], options: { readonly out: string; readonly aliases?: string }): Promise<void> {
  const sidecars = await sidecarsOf(paths);
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

async function write(path: string, text: string): Promise<void> {
  try {
    await writeFile(path, text);
  } catch (error) {
    throw new Failure(`${path} cannot be written: ${error instanceof Error ? error.message : String(error)}. Check that its folder is there and may be written to.`);
  }
}

const count = (n: number, what: string): string => `${String(n)} ${what}${n === 1 ? '' : 's'}`;
