import { cellPlace } from './cellPlace';
import type { FormatProblem, ParsedQuestion, QuestionFormat } from './format';
import { ID_KEYS, QUERY_KEYS, QUESTION_KEYS } from './goldKeys';
import { bareId, namedEntity } from './goldNames';
import { listOf } from './listOf';
import { withEntitiesOf } from './sparqlIds';
import { ANSWER_COLUMNS, ENTITY_COLUMNS, headerOf, tableOf, type Row, type Table } from './tableOf';

const NAME = 'table (CSV, TSV)';
const COMPLEXITY_COLUMNS = ['complexity', 'complexityType', 'type', 'hops'];

/** CSV or TSV with a header: a question column under one of the usual names; `entities`, `answers` (several values in a cell as {@link listOf} reads them) and `sparql` are optional. */
export const table: QuestionFormat = {
  name: NAME,
  pieces: 'rows',
  detects({ path, anyText }, text) {
    if (!/\.(?:csv|tsv|tab)$/i.test(path)) return false;
    const { columnOf, nameOf } = headerOf(text);
    const column = columnOf(QUESTION_KEYS);
    // Many a table that is no question file has a column "text": something that only questions have must stand beside it.
    return column >= 0 && (anyText || nameOf(column).trim().toLowerCase() !== 'text' || columnOf([...ENTITY_COLUMNS, ...ANSWER_COLUMNS, ...QUERY_KEYS]) >= 0);
  },
  parse(text) {
    const questions: ParsedQuestion[] = [];
    const problems: FormatProblem[] = [];
    const { rows, ...header } = tableOf(text);
    const column = header.columnOf(QUESTION_KEYS);
    for (const row of rows) {
      const question = questionOfRow(text, row, header);
      if (question !== undefined) questions.push(question);
      else problems.push({ range: { start: row.start, end: row.end }, message: `This row has no readable cell in the column "${header.nameOf(column)}". Quote cells that hold ${header.delimiter === ',' ? 'commas' : 'tabs'} or quotes.` });
    }
    return { format: NAME, questions, problems };
  },
};

function questionOfRow(source: string, { cells, start }: Row, { columnOf, delimiter }: Omit<Table, 'rows'>): ParsedQuestion | undefined {
  const column = columnOf(QUESTION_KEYS);
  const text = cells[column];
  const place = cellPlace(source, start, cells, column, delimiter);
  if (text === undefined || text.trim() === '' || place === undefined) return undefined;
  const cell = (keys: readonly string[]): string => cells[columnOf(keys)] ?? '';
  const entities = listOf(cell(ENTITY_COLUMNS)).map(namedEntity);
  const hops = Number(cell(['hops']));
  const question: ParsedQuestion = {
    text, ...place, pins: [], id: cell(ID_KEYS), complexity: cell(COMPLEXITY_COLUMNS), gold: entities, ...(Number.isInteger(hops) && hops > 0 ? { hops } : {}),
    goldAnswers: columnOf(ANSWER_COLUMNS) < 0 ? null : listOf(cell(ANSWER_COLUMNS)).map(bareId),
  };
  return entities.length > 0 || columnOf(QUERY_KEYS) < 0 ? question : withEntitiesOf(cell(QUERY_KEYS), question);
}
