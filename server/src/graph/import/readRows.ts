import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { ImportError } from './graphSource';

/**
 * The rows of a TSV file, gzipped or not; empty lines and `#` comments are dropped. No quoting: that is how the extracts and `facts/` are written.
 *
 * @throws ImportError when the file is missing or a row has fewer columns than `columns`
 */
export function readRows(path: string, columns: number, header: boolean): (readonly string[])[] {
  if (!existsSync(path)) throw new ImportError(`${path} does not exist. Give the folder of the extract with --wdkg, and facts/ with --facts.`);
  const bytes = readFileSync(path);
  const text = (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
  const rows: (readonly string[])[] = [];
  for (const [index, line] of text.split('\n').entries()) {
    const clean = line.endsWith('\r') ? line.slice(0, -1) : line;
    if (clean === '' || clean.startsWith('#') || (header && index === 0)) continue;
    const cells = clean.split('\t');
    if (cells.length < columns) throw new ImportError(`${path}:${String(index + 1)}: ${String(cells.length)} columns instead of ${String(columns)}. Separate them by tabs.`);
    rows.push(cells);
  }
  return rows;
}
