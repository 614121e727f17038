import { parseTree, type Node, type ParseError } from 'jsonc-parser';
import Papa from 'papaparse';
import type { Span } from '../protocol';
import type { FormatProblem } from './format';
import { answersOf, goldOf, namedEntity, questionNode } from './goldKeys';
import { below, stringOf, textOf } from './jsonStrings';
import { linesOf } from './lines';
import { bareId } from './questionOf';
import { listOf } from './table';

/** What another system says of one question: by its id, its text, or both. */
export interface Prediction {
  readonly id: string;
  readonly question: string;
  /** Entities with their place in the question where it is given (code points in the file, UTF-16 units here). */
  readonly entities: readonly { readonly id: string; readonly span: Span | null }[];
  /** Ids, values or labels, best first. */
  readonly answers: readonly string[];
}

/** Another system's predictions, with what could not be read. */
export interface Predictions {
  readonly predictions: readonly Prediction[];
  readonly problems: readonly FormatProblem[];
}

/** Reads predictions `{question or id, entities, answers}`: JSON lines, a JSON list, or CSV/TSV with such columns (lists separated by `|`). */
export function parsePredictions(path: string, text: string): Predictions {
  if (/\.(?:csv|tsv)$/i.test(path)) return fromTable(text);
  return /^\s*\[/.test(text) ? fromList(text) : fromLines(text);
}

const REMEDY = 'Give each prediction a "question" or an "id", "entities" and "answers".';

function fromList(text: string): Predictions {
  const errors: ParseError[] = [];
  const tree = parseTree(text, errors);
  const problems: FormatProblem[] = errors.map(({ offset, length }) => ({ range: { start: offset, end: offset + Math.max(1, length) }, message: 'Not JSON here. Correct the file; what could be read is taken.' }));
  const predictions = (tree?.children ?? []).flatMap((item) => {
    const prediction = predictionOf(item);
    if (prediction === undefined) problems.push({ range: { start: item.offset, end: item.offset + item.length }, message: `No prediction. ${REMEDY}` });
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
    const tree = parseTree(line.text);
    const prediction = tree === undefined ? undefined : predictionOf(tree);
    if (prediction === undefined) problems.push({ range: { start: line.start, end: line.start + line.text.length }, message: `Line ${String(number)} is no prediction. ${REMEDY}` });
    else predictions.push(prediction);
  }
  return { predictions, problems };
}

function predictionOf(item: Node): Prediction | undefined {
  if (item.type !== 'object') return undefined;
  const id = textOf(below(item, 'id'));
  const question = stringOf(questionNode(item)) ?? '';
  if (id === '' && question === '') return undefined;
  return { id, question, entities: goldOf(question, item).map((entity) => ({ id: entity.id === '' ? entity.label : entity.id, span: entity.span })), answers: answersOf(item) ?? [] };
}

function fromTable(text: string): Predictions {
  const { data, errors } = Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true });
  const problems: FormatProblem[] = errors.map(({ message, row }) => ({ range: { start: 0, end: Math.min(1, text.length) }, message: `Row ${String((row ?? 0) + 2)}: ${message}. Quote cells that hold separators.` }));
  const predictions = data.flatMap((row, k): Prediction[] => {
    const { id = '', question = '', entities = '', answers = '' } = row;
    if (id !== '' || question !== '') {
      return [{ id, question, entities: listOf(entities).map(namedEntity).map((entity) => ({ id: entity.id === '' ? entity.label : entity.id, span: null })), answers: listOf(answers).map(bareId) }];
    }
    problems.push({ range: { start: 0, end: Math.min(1, text.length) }, message: `Row ${String(k + 2)} is no prediction. ${REMEDY}` });
    return [];
  });
  return { predictions, problems };
}
