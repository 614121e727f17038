import type { Node } from 'jsonc-parser';
import type { GoldEntity, Span } from '../protocol';
import { utf16 } from './codePoints';
import { bareId, namedEntity } from './goldNames';
import { below, stringOf, textOf, texts } from './jsonStrings';
import { spanOfWords } from './questionOf';

/** Under which keys people keep a question, in the order of preference. */
export const QUESTION_KEYS = ['question', 'question_text', 'nl_question', 'utterance', 'corrected_question', 'text'];
const ENTITY_KEYS = ['entities', 'qe', 'gold_entities', 'q_entity'];
const ANSWER_KEYS = ['answers', 'ans', 'answer', 'gold_answers', 'a_entity'];
/** Under which keys a question's own id stands. */
export const ID_KEYS = ['id', 'uid', 'qid', '_id', 'ID', 'QuestionId', 'question_id'];
/** Under which keys its SPARQL query stands. */
export const QUERY_KEYS = ['sparql', 'query', 'sparql_query', 'sparql_wikidata'];

/** The node of the question of an object; undefined where it has none. */
export function questionNode(item: Node): Node | undefined {
  return QUESTION_KEYS.map((key) => below(item, key)).find((node) => node?.type === 'string');
}

/** The SPARQL query of an object. */
export function queryOf(item: Node): string | undefined {
  return QUERY_KEYS.map((key) => stringOf(below(item, key))).find((text) => text !== undefined);
}

/** The id of an object; empty where it has none. */
export function idOf(item: Node): string {
  return firstText(item, ID_KEYS);
}

/** The text under the first of some keys that has any. */
export function firstText(item: Node, keys: readonly string[]): string {
  return keys.map((key) => textOf(below(item, key))).find((text) => text !== '') ?? '';
}

/** Gold entities of an object in any of the usual shapes: ids, titles or `{id, label, mention, span}`; their places may stand beside them, in `spans: [[id, [start, end]], …]`. */
export function goldOf(question: string, item: Node): GoldEntity[] {
  const node = ENTITY_KEYS.map((key) => below(item, key)).find((found) => found?.type === 'array' || found?.type === 'string');
  if (node === undefined) return [];
  const spans = spansBeside(question, item);
  const list = node.type === 'string' ? [node] : node.children ?? [];
  return list.flatMap((entity) => entityOf(question, entity)).map((entity) => ({ ...entity, span: entity.span ?? spans.get(entity.id) ?? null }));
}

function spansBeside(question: string, item: Node): ReadonlyMap<string, Span> {
  return new Map((below(item, 'spans')?.children ?? []).flatMap((pair): [string, Span][] => {
    const [id, span] = pair.children ?? [];
    const [start, end] = texts(span).map(Number);
    return id?.type === 'string' && start !== undefined && end !== undefined && end > start ? [[textOf(id), { start: utf16(question, start), end: utf16(question, end) }]] : [];
  }));
}

function entityOf(question: string, node: Node): GoldEntity[] {
  if (node.type === 'string') return [namedEntity(String(node.value))];
  if (node.type !== 'object') return [];
  // A number or an ordinal of the question has a number in the place of an id.
  const id = bareId(['id', 'qid', 'name', 'uri', 'entity'].map((key) => stringOf(below(node, key)) ?? '').find((text) => text !== '') ?? '');
  const label = stringOf(below(node, 'label')) ?? stringOf(below(node, 'mention')) ?? '';
  if (id === '' && label === '') return [];
  return [{ id, label, span: spanOf(question, node) }];
}

/** A span in code points, as Python counts, or that of the mention's words. */
function spanOf(question: string, node: Node): Span | null {
  const span = below(node, 'span');
  const numbers = span?.type === 'array' ? texts(span) : [below(node, 'start'), below(node, 'end')].flatMap((one) => texts(one));
  const [start, end] = numbers.map(Number);
  if (start !== undefined && end !== undefined && end > start) return { start: utf16(question, start), end: utf16(question, end) };
  return spanOfWords(question, stringOf(below(node, 'mention')) ?? '');
}

/** The gold answers of an object, ids without their address; null where it gives none. */
export function answersOf(item: Node): string[] | null {
  const node = ANSWER_KEYS.map((key) => below(item, key)).find((found) => found !== undefined && found.type !== 'null');
  if (node === undefined) return null;
  if (node.type === 'object') return answersOf(node);
  const items = node.type === 'array' ? node.children ?? [] : [node];
  return items.flatMap((answer) => {
    const text = answer.type === 'object' ? ['id', 'value', 'name', 'answer', 'label'].map((key) => textOf(below(answer, key))).find((one) => one !== '') ?? '' : textOf(answer);
    return text === '' ? [] : [bareId(text)];
  });
}
