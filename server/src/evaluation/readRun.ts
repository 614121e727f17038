import { readFile } from 'node:fs/promises';
import type { EvaluationRun } from '../protocol';
import { InputError } from './inputError';

/** Reads a run that `--report` or the editor wrote. @throws InputError naming the file and the remedy */
export async function readRun(path: string): Promise<EvaluationRun> {
  let found: unknown;
  try {
    found = JSON.parse(await readFile(path, 'utf8'));
  } catch (error) {
    throw new InputError(`${path} cannot be read as an earlier run: ${error instanceof Error ? error.message : String(error)}. Give a file that \`hoplens evaluate --report\` wrote.`);
  }
  if (!isRun(found)) throw new InputError(`${path} is not a run of this version of HopLens. Give a file that \`hoplens evaluate --report\` or "Save as JSON" wrote, or run it again.`);
  return found;
}

/** The rows are read only by us, and only by their version: the head is enough to know them. */
function isRun(value: unknown): value is EvaluationRun {
  return typeof value === 'object' && value !== null && 'hoplensEvaluation' in value && value.hoplensEvaluation === 1
    && 'about' in value && 'report' in value && 'rows' in value && Array.isArray(value.rows);
}
