import { parseTree, type Node, type ParseError } from 'jsonc-parser';
import type { FormatProblem, ParsedFile, ParsedQuestion, QuestionFormat } from './format';
import { below, locateString, strings } from './jsonStrings';
import { firstLine, linesOf, type Line } from './lines';

export const QUESTION_KEYS = ['question', 'question_text', 'nl_question', 'utterance', 'corrected_question', 'text'];
const NAME = 'JSON Lines';

/** JSON lines with `question`, `entities` or `qe`, `answers` or `ans` (else `kg_answers`, `raw_answer`), and where the row names the gold fact `triple`; other keys are left unread. */
export const jsonLines: QuestionFormat = {
  name: NAME,
  detects: ({ path }, text) => (/\.(?:jsonl|ndjson)$/i.test(path) || /^\s*\{.*\}\s*$/.test(firstLine(text) ?? '')) && hasQuestion(firstLine(text) ?? ''),
  parse(text: string): ParsedFile {
    const questions: ParsedQuestion[] = [];
    const problems: FormatProblem[] = [];
    for (const line of linesOf(text)) {
      if (line.text.trim() === '') continue;
      const question = parseLine(line);
      if (typeof question === 'string') problems.push({ range: { start: line.start, end: line.start + line.text.length }, message: question });
      else questions.push(question);
    }
    return { format: NAME, questions, problems };
  },
};

function hasQuestion(line: string): boolean {
  const tree = parseTree(line);
  return tree?.type === 'object' && QUESTION_KEYS.some((key) => below(tree, key)?.type === 'string');
}

function parseLine({ text: line, start }: Line): ParsedQuestion | string {
  const errors: ParseError[] = [];
  const tree = parseTree(line, errors);
  if (tree?.type !== 'object' || errors.length > 0) return 'Not a JSON object. Each line of a JSON Lines file is one object.';
  const node = QUESTION_KEYS.map((key) => below(tree, key)).find((found) => found?.type === 'string');
  if (node === undefined) return `No question: give it under "${QUESTION_KEYS.slice(0, 3).join('", "')}" or the like.`;
  const located = locateString(line, node);
  const entities = strings(below(tree, 'entities') ?? below(tree, 'qe'));
  const [subject, property, object] = strings(below(tree, 'triple'));
  const id: unknown = below(tree, 'id')?.value;
  const complexity: unknown = below(tree, 'complexity')?.value;
  return {
    text: located.text,
    range: { start: start + located.range.start, end: start + located.range.end },
    offsets: located.offsets.map((piece) => ({ ...piece, document: start + piece.document })),
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
  const raw = values(below(tree, 'raw_answer'));
  if (raw.length > 0) return raw;
  return given === undefined ? null : [];
}

/** Numbers, dates and truth values of a list as texts. */
function values(node: Node | undefined): string[] {
  return (node?.type === 'array' ? node.children ?? [] : []).flatMap((child) => {
    const value: unknown = child.value;
    return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? [String(value)] : [];
  });
}
