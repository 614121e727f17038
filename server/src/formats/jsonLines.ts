import { parseTree, type ParseError } from 'jsonc-parser';
import { complexWebQuestions } from './complexWebQuestions';
import type { ParsedQuestion } from './format';
import { QUESTION_KEYS, questionNode } from './goldKeys';
import { grailqa } from './grailqa';
import { withoutGraphs } from './inlineGraph';
import { kqaPro } from './kqapro';
import { lcquad1, lcquad2 } from './lcquad';
import { lineFormat } from './lineFormat';
import { firstLine, type Line } from './lines';
import { mintaka } from './mintaka';
import { moved } from './moved';
import { qald } from './qald';
import { questionOfObject } from './questionObject';
import { rubq } from './rubq';
import { webqsp } from './webqsp';

/** Data sets are handed on as JSON lines too, an item a line. */
const DATA_SETS = [mintaka, qald, lcquad2, lcquad1, webqsp, complexWebQuestions, kqaPro, rubq, grailqa];

/** JSON lines, each an item of a known data set or an object with the usual keys (see {@link questionOfObject}); other keys are left unread. */
export const jsonLines = lineFormat({
  name: 'JSON Lines',
  detects: ({ path }, text) => (/\.(?:jsonl|ndjson)$/i.test(path) || /^\s*\{.*\}\s*$/.test(firstLine(text) ?? '')) && hasQuestion(firstLine(text) ?? ''),
  parseLine,
  expected: 'one JSON object',
});

function hasQuestion(line: string): boolean {
  const json = withoutGraphs(line);
  const tree = parseTree(json);
  return tree?.type === 'object' && (questionNode(tree) !== undefined || DATA_SETS.some((one) => one.owns(json)));
}

function parseLine({ text: line, start }: Line): ParsedQuestion | string {
  const errors: ParseError[] = [];
  const json = withoutGraphs(line);
  const tree = parseTree(json, errors);
  if (tree?.type !== 'object' || errors.length > 0) return 'Not a JSON object. Each line of a JSON Lines file is one object.';
  const read = DATA_SETS.find((one) => one.owns(json))?.read ?? questionOfObject;
  const [question] = read(line, tree);
  if (question === undefined) return `No question: give it under "${QUESTION_KEYS.slice(0, 3).join('", "')}" or the like.`;
  return moved(question, start);
}
