import type { Node } from 'jsonc-parser';
import type { GoldEntity } from '../protocol';
import { utf16 } from './codePoints';
import { jsonFormat } from './jsonFormat';
import { below, stringOf } from './jsonStrings';
import { questionOf } from './questionOf';

/** Mintaka JSON: a list of `{question, questionEntity[]{name, entityType, mention, span}, answer{answerType, answer[]}, complexityType}`. */
export const mintaka = jsonFormat({
  name: 'Mintaka',
  marks: [/"questionEntity"\s*:/, /"complexityType"\s*:/],
  read: (source, item) => questionOf(source, below(item, 'question'), {
    id: stringOf(below(item, 'id')) ?? '', complexity: stringOf(below(item, 'complexityType')) ?? '', goldAnswers: answers(item),
  }).map((question) => ({ ...question, gold: (below(item, 'questionEntity')?.children ?? []).flatMap((entity) => goldEntity(question.text, entity)) })),
});

function goldEntity(question: string, entity: Node): GoldEntity[] {
  const id = stringOf(below(entity, 'name'));
  const label = stringOf(below(entity, 'label')) ?? stringOf(below(entity, 'mention')) ?? '';
  const [start, end] = (below(entity, 'span')?.children ?? []).map((child) => Number(child.value));
  if (id === undefined) return [];
  const span = start === undefined || end === undefined ? null : { start: utf16(question, start), end: utf16(question, end) };
  return [{ id, label, span }];
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
