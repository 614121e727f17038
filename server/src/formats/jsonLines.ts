import { parseTree, type Node, type ParseError } from 'jsonc-parser';
import type { FormatProblem, ParsedFile, ParsedQuestion, QuestionFormat } from './format';
import { below, locateString, strings } from './jsonStrings';

const QUESTION_KEYS = ['question', 'question_text', 'nl_question', 'utterance', 'corrected_question', 'text'];

/** JSON lines with `question`, `entities` or `qe`, `answers` or `ans` (else `kg_answers`), and where the row names the gold fact `triple` and `inverse`. */
export const jsonLines: QuestionFormat = {
  name: 'JSON lines',
  detects: (path, text) => /\.(?:jsonl|ndjson)$/i.test(path) || /^\s*\{.*\}\s*$/.test(text.split('\n', 1)[0] ?? ''),
  parse(text: string): ParsedFile {
    const questions: ParsedQuestion[] = [];
    const problems: FormatProblem[] = [];
    let start = 0;
    for (const raw of text.split('\n')) {
      const line = raw.trimEnd();
      if (line !== '') {
        const question = parseLine(line, start);
        if (typeof question === 'string') problems.push({ range: { start, end: start + line.length }, message: question });
        else questions.push(question);
      }
      start += raw.length + 1;
    }
    return { format: 'JSON lines', questions, problems };
  },
};

function parseLine(line: string, start: number): ParsedQuestion | string {
  const errors: ParseError[] = [];
  const tree = parseTree(line, errors);
  if (tree === undefined || errors.length > 0) return 'Not a JSON object. Each line of a .jsonl file is one object.';
  const node = QUESTION_KEYS.map((key) => below(tree, key)).find((found) => found?.type === 'string');
  if (node === undefined) return `No question: give it under ${QUESTION_KEYS.slice(0, 3).join(', ')} or the like.`;
  const located = locateString(line, node);
  const shift = (offset: number): number => offset + start;
  const entities = strings(below(tree, 'entities') ?? below(tree, 'qe'));
  const triple = strings(below(tree, 'triple'));
  const id = below(tree, 'id')?.value;
  const complexity = below(tree, 'complexity')?.value;
  const [subject, property, object] = triple;
  return {
    text: located.text,
    range: { start: shift(located.range.start), end: shift(located.range.end) },
    offsets: located.offsets.map((piece) => ({ question: piece.question, document: shift(piece.document) })),
    gold: entities.map((entity) => ({ id: entity, label: '', span: null })),
    goldAnswers: goldAnswers(tree), pins: [],
    id: typeof id === 'string' || typeof id === 'number' ? String(id) : '',
    complexity: typeof complexity === 'string' ? complexity : '',
    ...(subject !== undefined && property !== undefined && object !== undefined ? { triple: [subject, property, object] as const } : {}),
  };
}

/** The first of the answer keys that holds any; an empty list counts as "no answer" only where the file says `answers` or `ans`. */
function goldAnswers(tree: Node): string[] | null {
  const given = below(tree, 'answers') ?? below(tree, 'ans');
  const own = strings(given);
  if (own.length > 0) return own;
  const queried = strings(below(tree, 'kg_answers'));
  if (queried.length > 0) return queried;
  return given === undefined ? null : [];
}
