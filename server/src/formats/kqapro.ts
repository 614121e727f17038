import type { Node } from 'jsonc-parser';
import type { GoldEntity } from '../protocol';
import { titled } from './goldNames';
import { jsonFormat } from './jsonFormat';
import { below, stringOf, strings, textOf } from './jsonStrings';
import { questionOf, spanOfWords } from './questionOf';

/** KQA Pro: a list of `{question, program[]{function, dependencies, inputs}, sparql, choices, answer}`; the inputs of `Find` are entities by their names. */
export const kqaPro = jsonFormat({
  name: 'KQA Pro',
  marks: [/"program"\s*:\s*\[/, /"function"\s*:/, /"(?:inputs|dependencies)"\s*:/],
  read: (source, item) => questionOf(source, below(item, 'question'), { goldAnswers: answerOf(below(item, 'answer')), complexity: lastFunction(item) })
    .map((question) => ({ ...question, gold: foundIn(question.text, item) })),
});

function foundIn(question: string, item: Node): GoldEntity[] {
  const steps = below(item, 'program')?.children ?? [];
  return steps.filter((step) => stringOf(below(step, 'function')) === 'Find').flatMap((step) => strings(below(step, 'inputs')))
    .map((label) => titled(label, spanOfWords(question, label)));
}

function lastFunction(item: Node): string {
  const last = below(item, 'program')?.children?.at(-1);
  return last === undefined ? '' : stringOf(below(last, 'function')) ?? '';
}

function answerOf(node: Node | undefined): string[] | null {
  const text = textOf(node);
  if (text === '') return null;
  return [text === 'yes' ? 'true' : text === 'no' ? 'false' : text];
}
