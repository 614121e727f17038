import type { FormatProblem } from './format';
import { bareId, namedEntity } from './goldNames';
import { ID_KEYS, QUESTION_KEYS } from './goldKeys';
import { listOf } from './listOf';
import { predicted, type Prediction, type Predictions } from './prediction';
import { ANSWER_COLUMNS, ENTITY_COLUMNS, tableOf } from './tableOf';

/** Predictions in a table with a header: a column for the id or the question, one for the entities, one for the answers. */
export function predictionTable(text: string): Predictions {
  const { columnOf, rows } = tableOf(text);
  const end = Math.min(1, text.length);
  if (columnOf(ID_KEYS) < 0 && columnOf(QUESTION_KEYS) < 0) {
    return { predictions: [], problems: [{ range: { start: 0, end }, message: 'Line 1: no column for the question. Call one "question" or "id", and others "entities" and "answers".' }] };
  }
  const predictions: Prediction[] = [];
  const problems: FormatProblem[] = [];
  for (const { cells, start, end: stop, line } of rows) {
    const cell = (keys: readonly string[]): string => cells[columnOf(keys)]?.trim() ?? '';
    const [id, question] = [cell(ID_KEYS), cell(QUESTION_KEYS)];
    if (id === '' && question === '') problems.push({ range: { start, end: stop }, message: `Line ${String(line)}: no prediction. Fill the column of the question or of its id.` });
    else predictions.push({ id, question, entities: listOf(cell(ENTITY_COLUMNS)).map(namedEntity).map(predicted), answers: listOf(cell(ANSWER_COLUMNS)).map(bareId) });
  }
  return { predictions, problems };
}
