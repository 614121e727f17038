import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { ImportError } from './graphSource';

/** The text of a file in UTF-8, gzipped or not. @throws ImportError when it cannot be read */
export function readText(path: string): string {
  try {
    const bytes = readFileSync(path);
    return (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
  } catch (error) {
    throw new ImportError(`${path} cannot be read: ${error instanceof Error ? error.message : String(error)}. Check the path that you gave.`);
  }
}

/**
 * The rows of a TSV file, gzipped or not; empty lines and `#` comments are dropped. No quoting: that is how the extracts and `facts/` are written.
 *
 * @throws ImportError when the file cannot be read or a row has fewer cells than `columns`
 */
export function readRows(path: string, columns: number, header: boolean): (readonly string[])[] {
  const rows: (readonly string[])[] = [];
  for (const [index, line] of readText(path).split('\n').entries()) {
    const clean = line.endsWith('\r') ? line.slice(0, -1) : line;
    if (clean === '' || clean.startsWith('#') || (header && index === 0)) continue;
    const cells = clean.split('\t');
    if (cells.length < columns) throw new ImportError(`${path}:${String(index + 1)}: ${String(cells.length)} columns instead of ${String(columns)}. Separate them by tabs.`);
    rows.push(cells);
  }
  return rows;
}
