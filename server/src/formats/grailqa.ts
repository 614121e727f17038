import type { Node } from 'jsonc-parser';
import type { GoldEntity } from '../protocol';
import { jsonFormat } from './jsonFormat';
import { below, stringOf, textOf } from './jsonStrings';
import { questionOf, spanOfWords } from './questionOf';

/** GrailQA: a list of `{qid, question, s_expression, graph_query{nodes[], edges[]}, answer[], level}` over Freebase. */
export const grailqa = jsonFormat({
  name: 'GrailQA',
  marks: [/"graph_query"\s*:/, /"qid"\s*:/],
  read: (source, item) => questionOf(source, below(item, 'question'), { id: textOf(below(item, 'qid')), complexity: stringOf(below(item, 'level')) ?? '', ...joinsOf(stringOf(below(item, 's_expression')) ?? ''), goldAnswers: answersOf(item) })
    .map((question) => ({ ...question, gold: entitiesOf(question.text, item) })),
});

function entitiesOf(question: string, item: Node): GoldEntity[] {
  const nodes = below(item, 'graph_query', 'nodes')?.children ?? [];
  return nodes.filter((node) => stringOf(below(node, 'node_type')) === 'entity').map((node) => {
    const label = stringOf(below(node, 'friendly_name')) ?? '';
    return { id: textOf(below(node, 'id')), label, span: spanOfWords(question, label) };
  });
}

/** The longest chain of a logical form: how deep its joins stand in one another. */
function joinsOf(expression: string): { readonly hops?: number } {
  const open: boolean[] = [];
  let [joins, hops] = [0, 0];
  for (const [token] of expression.matchAll(/\(\w*|\)/g)) {
    if (token !== ')') {
      open.push(token === '(JOIN');
      if (token === '(JOIN') hops = Math.max(hops, ++joins);
    } else if (open.pop() === true) joins--;
  }
  return hops === 0 ? {} : { hops };
}

/** An entity by its name (its mid is Freebase's), a value as it is. */
function answersOf(item: Node): string[] | null {
  const list = below(item, 'answer');
  if (list?.type !== 'array') return null;
  return (list.children ?? []).flatMap((answer) => {
    const text = stringOf(below(answer, 'entity_name')) ?? textOf(below(answer, 'answer_argument'));
    return text === '' ? [] : [text];
  });
}
