import { parseTree, type Node } from 'jsonc-parser';
import type { ParsedQuestion, QuestionFormat } from './format';
import { below, strings, texts, textOf } from './jsonStrings';
import { lineFormat } from './lineFormat';
import { firstLine, type Line } from './lines';
import { moved } from './moved';
import { questionOf } from './questionOf';

const MARK = /"q_entity"\s*:/;

/** RoG's JSON lines: `question, q_entity[], a_entity[], answer[], graph[[h, r, t]]`; lines may hold megabytes of graph, which is not read. */
export const rog: QuestionFormat = lineFormat({
  name: 'RoG JSON Lines',
  detects: (_file, text) => {
    const line = firstLine(text) ?? '';
    return line.startsWith('{') && MARK.test(line) && /"question"\s*:/.test(line);
  },
  parseLine,
  expected: 'one JSON object with "question", "q_entity" and "answer"',
});

function parseLine({ text, start }: Line): ParsedQuestion | undefined {
  const tree = parseTree(withoutGraph(text));
  if (tree?.type !== 'object') return undefined;
  const [question] = questionOf(text, below(tree, 'question'), { id: textOf(below(tree, 'id')), goldAnswers: answers(tree) });
  if (question === undefined) return undefined;
  return moved({ ...question, gold: strings(below(tree, 'q_entity')).map((label) => ({ id: '', label, span: null })) }, start);
}

function answers(tree: Node): string[] | null {
  const given = below(tree, 'answer') ?? below(tree, 'a_entity');
  return given === undefined ? null : texts(given);
}

/** The line with the inside of its graph blanked, so that offsets stay and a parser need not build a tree of a million edges. */
function withoutGraph(line: string): string {
  const key = /"graph"\s*:\s*\[/.exec(line);
  if (key === null) return line;
  const from = key.index + key[0].length;
  let depth = 1;
  let quoted = false;
  let at = from;
  for (; at < line.length && depth > 0; at++) {
    const code = line.charCodeAt(at);
    if (quoted) {
      if (code === 92) at++;
      else if (code === 34) quoted = false;
    } else if (code === 34) quoted = true;
    else if (code === 91) depth++;
    else if (code === 93) depth--;
  }
  return depth > 0 ? line : line.slice(0, from) + ' '.repeat(at - 1 - from) + line.slice(at - 1);
}
