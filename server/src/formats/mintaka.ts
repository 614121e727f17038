import { parseTree, printParseErrorCode, type Node, type ParseError } from 'jsonc-parser';
import type { GoldEntity } from '../protocol';
import type { FormatProblem, ParsedFile, ParsedQuestion, QuestionFormat } from './format';
import { below, locateString, stringOf } from './jsonStrings';

const NAME = 'Mintaka';

/** Mintaka JSON: a list of `{question, questionEntity[]{name, entityType, mention, span}, answer{answerType, answer[]}, complexityType}`. */
export const mintaka: QuestionFormat = {
  name: NAME,
  block: true,
  detects: ({ path }, text) => /\.json$/i.test(path) && /"questionEntity"\s*:/.test(text) && /"complexityType"\s*:/.test(text),
  parse(text: string): ParsedFile {
    const errors: ParseError[] = [];
    const tree = parseTree(text, errors);
    const problems: FormatProblem[] = errors.map((error) => ({
      range: { start: error.offset, end: error.offset + error.length }, message: `Not JSON here: ${printParseErrorCode(error.error)}. Correct the file; what could be read is annotated.`,
    }));
    const questions = (tree?.children ?? []).flatMap((item) => parseItem(text, item));
    return { format: NAME, questions, problems };
  },
};

function parseItem(source: string, item: Node): ParsedQuestion[] {
  const question = below(item, 'question');
  if (question?.type !== 'string') return [];
  const located = locateString(source, question);
  const text = (key: string): string => stringOf(below(item, key)) ?? '';
  return [{
    ...located, pins: [], id: text('id'), complexity: text('complexityType'),
    gold: (below(item, 'questionEntity')?.children ?? []).flatMap((entity) => goldEntity(located.text, entity)),
    goldAnswers: answers(item),
  }];
}

function goldEntity(question: string, entity: Node): GoldEntity[] {
  const id = stringOf(below(entity, 'name'));
  const label = stringOf(below(entity, 'label')) ?? stringOf(below(entity, 'mention')) ?? '';
  const [start, end] = (below(entity, 'span')?.children ?? []).map((child) => Number(child.value));
  if (id === undefined) return [];
  const span = start === undefined || end === undefined ? null : { start: utf16(question, start), end: utf16(question, end) };
  return [{ id, label, span }];
}

/** Data sets count code points; the editor counts UTF-16 units. */
export function utf16(text: string, codePoints: number): number {
  return Array.from(text).slice(0, codePoints).join('').length;
}

/** Entities have a `name`; numbers, dates and truth values stand in the list as they are. */
function answers(item: Node): string[] | null {
  const list = below(item, 'answer', 'answer');
  if (list?.type !== 'array') return null;
  return (list.children ?? []).flatMap((child) => {
    const node = child.type === 'object' ? below(child, 'name') : child;
    const value: unknown = node?.value;
    return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? [String(value)] : [];
  });
}
