import { parseTree, type Node, type ParseError } from 'jsonc-parser';
import type { ParsedQuestion, QuestionFormat } from './format';
import { titled } from './goldNames';
import { withoutGraphs } from './inlineGraph';
import { below, strings, texts, textOf } from './jsonStrings';
import { lineFormat } from './lineFormat';
import { firstLine, type Line } from './lines';
import { moved } from './moved';
import { questionOf, spanOfWords } from './questionOf';

const MARK = /"q_entity"\s*:/;

/** RoG's JSON lines: `question, q_entity[], a_entity[], answer[], graph[[h, r, t]]`; a line may hold megabytes of graph, which are not read. */
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
  const errors: ParseError[] = [];
  const tree = parseTree(withoutGraphs(text), errors);
  if (tree?.type !== 'object' || errors.length > 0) return undefined;
  const [question] = questionOf(text, below(tree, 'question'), { id: textOf(below(tree, 'id')), goldAnswers: answers(tree) });
  if (question === undefined) return undefined;
  return moved({ ...question, gold: strings(below(tree, 'q_entity')).map((title) => titled(title, spanOfWords(question.text, title))) }, start);
}

function answers(tree: Node): string[] | null {
  const given = below(tree, 'answer') ?? below(tree, 'a_entity');
  return given === undefined ? null : texts(given);
}
