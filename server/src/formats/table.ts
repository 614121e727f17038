import Papa from 'papaparse';
import type { FormatProblem, OffsetPiece, ParsedQuestion, QuestionFormat } from './format';
import { namedEntity, QUESTION_KEYS } from './goldKeys';
import { bareId } from './questionOf';
import { entitiesOfQuery } from './sparqlIds';
import { firstLine } from './lines';

const NAME = 'table (CSV, TSV)';
const ENTITY_COLUMNS = ['entities', 'qe', 'entity', 'gold_entities'];
const ANSWER_COLUMNS = ['answers', 'ans', 'answer', 'gold_answers'];
const QUERY_COLUMNS = ['sparql', 'query', 'sparql_query'];
/** Several values in one cell. */
const SEPARATOR = /\s*[|;]\s*/;

/** CSV or TSV with a header: a question column under one of the usual names; `entities`, `answers` (values separated by `|`) and `sparql` are optional. */
export const table: QuestionFormat = {
  name: NAME,
  pieces: 'rows',
  detects: ({ path }, text) => /\.(?:csv|tsv|tab)$/i.test(path) && columnOf(header(text), QUESTION_KEYS) >= 0,
  parse(text) {
    const questions: ParsedQuestion[] = [];
    const problems: FormatProblem[] = [];
    const delimiter = delimiterOf(text);
    const names = header(text);
    const column = columnOf(names, QUESTION_KEYS);
    let from = 0;
    let first = true;
    Papa.parse<string[]>(text, {
      delimiter,
      step({ data, meta }) {
        const start = from;
        from = meta.cursor;
        if (data.every((cell) => cell.trim() === '')) return;
        if (first) {
          first = false;
          return;
        }
        const place = placeOf(text, start, data, column, delimiter);
        const cell = data[column];
        if (cell === undefined || cell.trim() === '' || place === undefined) {
          problems.push({ range: { start, end: Math.max(start, from - 1) }, message: `This row has no readable cell in the column "${names[column] ?? ''}". Quote cells that hold ${delimiter === ',' ? 'commas' : 'tabs'} or quotes.` });
          return;
        }
        questions.push(rowOf(names, data, cell, place));
      },
    });
    return { format: NAME, questions, problems };
  },
};

/** What stands between the cells: a tab, a semicolon or a comma, by the header. */
export function delimiterOf(text: string): string {
  const line = firstLine(text) ?? '';
  return line.includes('\t') ? '\t' : line.includes(';') && !line.includes(',') ? ';' : ',';
}

function header(text: string): string[] {
  return (Papa.parse<string[]>(firstLine(text) ?? '', { delimiter: delimiterOf(text) }).data[0] ?? []).map((name) => name.trim().toLowerCase());
}

function columnOf(names: readonly string[], keys: readonly string[]): number {
  return names.findIndex((name) => keys.includes(name));
}

function rowOf(names: readonly string[], row: readonly string[], question: string, place: Pick<ParsedQuestion, 'range' | 'offsets'>): ParsedQuestion {
  const cell = (keys: readonly string[]): string => row[columnOf(names, keys)] ?? '';
  const several = (keys: readonly string[]): string[] => listOf(cell(keys));
  const entities = several(ENTITY_COLUMNS);
  return {
    text: question, ...place, pins: [], id: cell(['id', 'uid', 'qid']), complexity: cell(['complexity', 'type', 'hops']),
    gold: entities.length > 0 ? entities.map(namedEntity) : entitiesOfQuery(cell(QUERY_COLUMNS)),
    goldAnswers: columnOf(names, ANSWER_COLUMNS) < 0 ? null : several(ANSWER_COLUMNS).map(bareId),
  };
}

/** Values of a cell: a JSON list, or separated by `|` or `;`. */
export function listOf(cell: string): string[] {
  const text = cell.trim();
  if (text.startsWith('[')) {
    try {
      const list: unknown = JSON.parse(text);
      if (Array.isArray(list)) return list.map(String);
    } catch {
      // Not JSON after all: brackets are part of the value.
    }
  }
  return text === '' ? [] : text.split(SEPARATOR).filter((value) => value !== '');
}

/** Where the cell of a column stands: the row is walked as the cells were written, quoted or not. Undefined where it was written in another way (spaces outside of quotes). */
function placeOf(text: string, start: number, row: readonly string[], column: number, delimiter: string): Pick<ParsedQuestion, 'range' | 'offsets'> | undefined {
  let at = start;
  for (const [k, cell] of row.entries()) {
    const quoted = text.charAt(at) === '"';
    const written = quoted ? `"${cell.replaceAll('"', '""')}"` : cell;
    if (!text.startsWith(written, at)) return undefined;
    if (k === column) return quoted ? quotedPlace(cell, at + 1) : { range: { start: at, end: at + cell.length }, offsets: [{ question: 0, document: at }] };
    at += written.length + delimiter.length;
  }
  return undefined;
}

/** A quote inside of a quoted cell is written twice. */
function quotedPlace(cell: string, start: number): Pick<ParsedQuestion, 'range' | 'offsets'> {
  const offsets: OffsetPiece[] = [{ question: 0, document: start }];
  let document = start;
  for (let at = 0; at < cell.length; at++) {
    if (cell.charAt(at) === '"') {
      if (offsets.at(-1)?.question === at) offsets.pop();
      offsets.push({ question: at, document, width: 2 }, { question: at + 1, document: document + 2 });
      document += 2;
    } else document++;
  }
  return { range: { start, end: document }, offsets };
}
