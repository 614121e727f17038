import { parseTree, printParseErrorCode, type Node, type ParseError } from 'jsonc-parser';
import type { FormatProblem } from './format';
import { answersOf, goldOf, idOf, questionNode } from './goldKeys';
import { stringOf } from './jsonStrings';
import { lineOf, linesOf } from './lines';
import { predicted, type Prediction, type Predictions } from './prediction';
import { predictionTable } from './predictionTable';

export type { Prediction, Predictions } from './prediction';

const REMEDY = 'Give each prediction a "question" or an "id", "entities" and "answers".';

/**
 * Reads predictions `{question or id, entities, answers}`: JSON lines, a JSON list, or CSV/TSV with such columns (several values in a cell as {@link listOf} reads
 * them). Keys and columns may have any of the names that question files use.
 *
 * @returns problems that name the line and what to do about it; what could be read is there
 */
export function parsePredictions(path: string, text: string): Predictions {
  // A byte order mark belongs to no format.
  const source = text.startsWith('\uFEFF') ? ` ${text.slice(1)}` : text;
  if (/\.(?:csv|tsv|tab)$/i.test(path)) return predictionTable(source);
  return /^\s*\[/.test(source) ? fromList(source) : fromLines(source);
}

function fromList(text: string): Predictions {
  const errors: ParseError[] = [];
  const tree = parseTree(text, errors);
  const problem = (start: number, length: number, message: string): FormatProblem => ({ range: { start, end: start + Math.max(1, length) }, message: `Line ${String(lineOf(text, start))}: ${message}` });
  const problems = errors.map(({ offset, length, error }) => problem(offset, length, `not JSON here (${printParseErrorCode(error)}). Correct the file; what could be read is taken.`));
  const predictions = (tree?.children ?? []).flatMap((item) => {
    const prediction = predictionOf(item);
    if (prediction === undefined) problems.push(problem(item.offset, item.length, `no prediction. ${REMEDY}`));
    return prediction ?? [];
  });
  return { predictions, problems };
}

function fromLines(text: string): Predictions {
  const problems: FormatProblem[] = [];
  const predictions: Prediction[] = [];
  let number = 0;
  for (const line of linesOf(text)) {
    number++;
    if (line.text.trim() === '') continue;
    const errors: ParseError[] = [];
    const tree = parseTree(line.text, errors);
    const prediction = tree === undefined || errors.length > 0 ? undefined : predictionOf(tree);
    if (prediction !== undefined) predictions.push(prediction);
    else problems.push({ range: { start: line.start, end: line.start + line.text.length }, message: `Line ${String(number)}: ${errors.length > 0 ? 'not a JSON object' : 'no prediction'}. ${REMEDY}` });
  }
  return { predictions, problems };
}

function predictionOf(item: Node): Prediction | undefined {
  if (item.type !== 'object') return undefined;
  const id = idOf(item);
  const question = stringOf(questionNode(item)) ?? '';
  if (id === '' && question === '') return undefined;
  return { id, question, entities: goldOf(question, item).map(predicted), answers: answersOf(item) ?? [] };
}
