import { existsSync, readFileSync } from 'node:fs';
import { resultsSchema, tablesSchema, type Results, type Tables } from './shape';

/** Reads docs/results.json. @throws Error naming the file and the remedy */
export function readResults(path: string): Results {
  const found = resultsSchema.safeParse(JSON.parse(readFileSync(path, 'utf8')));
  if (!found.success) throw new Error(`${path} is not what scripts/results.mjs writes (${found.error.issues[0]?.path.join('.') ?? ''}: ${found.error.issues[0]?.message ?? ''}). Measure again.`);
  return found.data;
}

/** Reads tables of other runs; none where the file does not exist. @throws Error naming the file and the place */
export function readTables(path: string): Tables {
  if (!existsSync(path)) return { tables: [], aims: {} };
  const found = tablesSchema.safeParse(JSON.parse(readFileSync(path, 'utf8')));
  if (!found.success) throw new Error(`${path}: ${found.error.issues[0]?.path.join('.') ?? ''} ${found.error.issues[0]?.message ?? ''}. Give {"tables": [{"title", "note", "columns", "rows"}], "aims": {}}.`);
  return found.data;
}
