import type { Node } from 'jsonc-parser';
import type { GoldEntity, Span } from '../protocol';
import { utf16 } from './codePoints';
import { below, stringOf, textOf, texts } from './jsonStrings';
import { bareId, spanOfWords } from './questionOf';
import { entitiesOfQuery } from './sparqlIds';

/** Under which keys people keep a question, in the order of preference. */
export const QUESTION_KEYS = ['question', 'question_text', 'nl_question', 'utterance', 'corrected_question', 'text'];
const ENTITY_KEYS = ['entities', 'qe', 'gold_entities', 'q_entity'];
const ANSWER_KEYS = ['answers', 'ans', 'answer', 'gold_answers', 'a_entity'];
const QUERY_KEYS = ['sparql', 'query', 'sparql_query', 'sparql_wikidata'];

/** The node of the question of an object; undefined where it has none. */
export function questionNode(item: Node): Node | undefined {
  return QUESTION_KEYS.map((key) => below(item, key)).find((node) => node?.type === 'string');
}

/** Gold entities of an object in any of the usual shapes: ids, labels, `{id, label, mention, span}`, or those of its SPARQL query. */
export function goldOf(question: string, item: Node): GoldEntity[] {
  const node = ENTITY_KEYS.map((key) => below(item, key)).find((found) => found?.type === 'array');
  if (node !== undefined) return (node.children ?? []).flatMap((entity) => entityOf(question, entity));
  const query = QUERY_KEYS.map((key) => stringOf(below(item, key))).find((text) => text !== undefined);
  return query === undefined ? [] : entitiesOfQuery(query);
}

function entityOf(question: string, node: Node): GoldEntity[] {
  if (node.type === 'string') return [namedEntity(String(node.value))];
  if (node.type !== 'object') return [];
  const id = bareId(['id', 'qid', 'name', 'uri', 'entity'].map((key) => textOf(below(node, key))).find((text) => text !== '') ?? '');
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

/** What stands for an entity in a list: an id, an address or a title. */
export function namedEntity(text: string): GoldEntity {
  const id = bareId(text.trim());
  return /^(?:Q\d+|[mg]\.\w+|[A-Za-z]+[-_]\d+)$/.test(id) ? { id, label: '', span: null } : { id: '', label: id.replace(/_/g, ' '), span: null };
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
