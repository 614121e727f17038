import type { Node } from 'jsonc-parser';
import type { ParsedQuestion } from './format';
import { answersOf, firstText, goldOf, idOf, queryOf, questionNode } from './goldKeys';
import { below, stringOf, strings, texts, textOf } from './jsonStrings';
import { questionOf } from './questionOf';

/** The question of an object of no known data set, under the usual keys: question, entities (or those of a SPARQL query), answers, and where it names the gold fact `triple`. */
export function questionOfObject(source: string, item: Node): ParsedQuestion[] {
  const node = questionNode(item);
  const hops = Number(textOf(below(item, 'hops')));
  const [subject, property, object] = strings(below(item, 'triple'));
  return questionOf(source, node, {
    id: idOf(item), complexity: firstText(item, ['complexity', 'complexityType', 'type']), goldAnswers: goldAnswers(item), query: queryOf(item), gold: goldOf(stringOf(node) ?? '', item),
    ...(Number.isInteger(hops) && hops > 0 ? { hops } : {}),
  }).map((question) => (subject !== undefined && property !== undefined && object !== undefined ? { ...question, triple: [subject, property, object] } : question));
}

/**
 * Answers under the usual keys; where these are empty, under `kg_answers` or `raw_answer`. Where the answer is a number, a date or a truth value by `answerType`, `ans`
 * has at most what supports it, and `raw_answer` the answer.
 */
function goldAnswers(item: Node): string[] | null {
  const raw = texts(below(item, 'raw_answer')).filter((text) => text !== '');
  if (raw.length > 0 && /^(?:numerical|boolean|date|string)$/.test(stringOf(below(item, 'answerType')) ?? '')) return raw;
  const given = answersOf(item);
  if (given !== null && given.length > 0) return given;
  const queried = texts(below(item, 'kg_answers'));
  return queried.length > 0 ? queried : raw.length > 0 ? raw : given;
}
