import { parseTree, type Node, type ParseError } from 'jsonc-parser';
import type { ParsedQuestion } from './format';
import { goldOf, QUESTION_KEYS, questionNode } from './goldKeys';
import { withoutGraphs } from './inlineGraph';
import { below, stringOf, strings, texts, textOf } from './jsonStrings';
import { lineFormat } from './lineFormat';
import { firstLine, type Line } from './lines';
import { moved } from './moved';
import { questionOf } from './questionOf';

/** JSON lines with `question`, `entities` or `qe`, `answers` or `ans` (else `kg_answers`, `raw_answer`), and where the row names the gold fact `triple`; other keys are left unread. */
export const jsonLines = lineFormat({
  name: 'JSON Lines',
  detects: ({ path }, text) => (/\.(?:jsonl|ndjson)$/i.test(path) || /^\s*\{.*\}\s*$/.test(firstLine(text) ?? '')) && hasQuestion(firstLine(text) ?? ''),
  parseLine,
  expected: 'one JSON object',
});

function hasQuestion(line: string): boolean {
  const tree = parseTree(withoutGraphs(line));
  return tree?.type === 'object' && questionNode(tree) !== undefined;
}

function parseLine({ text: line, start }: Line): ParsedQuestion | string {
  const errors: ParseError[] = [];
  const tree = parseTree(withoutGraphs(line), errors);
  if (tree?.type !== 'object' || errors.length > 0) return 'Not a JSON object. Each line of a JSON Lines file is one object.';
  const node = questionNode(tree);
  const [question] = questionOf(line, node, { id: textOf(below(tree, 'id')), complexity: stringOf(below(tree, 'complexity')) ?? '', goldAnswers: goldAnswers(tree) });
  if (question === undefined) return `No question: give it under "${QUESTION_KEYS.slice(0, 3).join('", "')}" or the like.`;
  const [subject, property, object] = strings(below(tree, 'triple'));
  const fact = subject !== undefined && property !== undefined && object !== undefined ? { triple: [subject, property, object] as const } : {};
  return moved({ ...question, gold: goldOf(question.text, tree), ...fact }, start);
}

/**
 * The first of the answer keys that holds any; an empty list counts as "no answer" only where the file says `answers` or `ans`. Where the answer is a number, a
 * date or a truth value by `answerType`, `ans` has at most what supports it, and `raw_answer` the answer.
 */
function goldAnswers(tree: Node): string[] | null {
  const raw = texts(below(tree, 'raw_answer'));
  if (raw.length > 0 && /^(?:numerical|boolean|date|string)$/.test(stringOf(below(tree, 'answerType')) ?? '')) return raw;
  const given = below(tree, 'answers') ?? below(tree, 'ans');
  const own = texts(given);
  if (own.length > 0) return own;
  const queried = texts(below(tree, 'kg_answers'));
  if (queried.length > 0) return queried;
  if (raw.length > 0) return raw;
  return given === undefined ? null : [];
}
