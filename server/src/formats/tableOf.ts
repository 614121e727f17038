import Papa from 'papaparse';
import { firstLine } from './lines';

/** Under which names a table keeps entities and answers. */
export const ENTITY_COLUMNS = ['entities', 'qe', 'entity', 'gold_entities', 'q_entity'];
export const ANSWER_COLUMNS = ['answers', 'ans', 'answer', 'gold_answers', 'a_entity'];

/** A row with its place in the document; `line` counts from one. */
export interface Row {
  readonly cells: readonly string[];
  readonly start: number;
  readonly end: number;
  readonly line: number;
}

/** A table with a header, read by papaparse. */
export interface Table {
  readonly delimiter: string;
  /** The name of a column as it is written. */
  readonly nameOf: (column: number) => string;
  /** The column with the first of some names that there is, in any case; −1 without. */
  readonly columnOf: (names: readonly string[]) => number;
  /** The rows below the header that are not blank. */
  readonly rows: readonly Row[];
}

/** Reads the header alone: enough to know whose table it is. */
export function headerOf(text: string): Omit<Table, 'rows'> {
  const delimiter = delimiterOf(text);
  const names = Papa.parse<string[]>(firstLine(text) ?? '', { delimiter }).data[0] ?? [];
  const known = names.map((name) => name.trim().toLowerCase());
  const columnOf = (wanted: readonly string[]): number => {
    const name = wanted.find((one) => known.includes(one.toLowerCase()));
    return name === undefined ? -1 : known.indexOf(name.toLowerCase());
  };
  return { delimiter, columnOf, nameOf: (column) => names[column] ?? '' };
}

/** Reads a whole table. */
export function tableOf(text: string): Table {
  const header = headerOf(text);
  const rows: Row[] = [];
  let start = 0;
  let line = 1;
  let first = true;
  Papa.parse<string[]>(text, {
    delimiter: header.delimiter,
    step({ data, meta }) {
      const written = text.slice(start, meta.cursor);
      const blank = data.every((cell) => cell.trim() === '');
      if (!blank && !first) rows.push({ cells: data, start, end: start + written.replace(/[\r\n]+$/, '').length, line });
      if (!blank) first = false;
      line += written.split('\n').length - 1;
      start = meta.cursor;
    },
  });
  return { ...header, rows };
}

/** What stands between the cells: a tab, a semicolon or a comma, by the header. */
export function delimiterOf(text: string): string {
  const line = firstLine(text) ?? '';
  return line.includes('\t') ? '\t' : line.includes(';') && !line.includes(',') ? ';' : ',';
}
