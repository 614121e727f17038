import type { Node } from 'jsonc-parser';
import type { GoldEntity } from '../protocol';
import { jsonFormat } from './jsonFormat';
import { below, stringOf, textOf } from './jsonStrings';
import { questionOf, spanOfWords } from './questionOf';

/** ComplexWebQuestions: a list of `{ID, question, machine_question, sparql, compositionality_type, answers[]{answer, answer_id, aliases}}` over Freebase. */
export const complexWebQuestions = jsonFormat({
  name: 'ComplexWebQuestions',
  marks: [/"compositionality_type"\s*:/, /"machine_question"\s*:/],
  read: (source, item) => questionOf(source, below(item, 'question'), {
    id: textOf(below(item, 'ID')), complexity: stringOf(below(item, 'compositionality_type')) ?? '',
    query: stringOf(below(item, 'sparql')), gold: topics(stringOf(below(item, 'question')) ?? '', item), goldAnswers: answersOf(item),
  }),
});

/** Some releases name the entities of the question: by Wikidata ids where they were found there, else by mids. */
function topics(question: string, item: Node): GoldEntity[] {
  const found = entries(below(item, 'qid_topic_entity'));
  const labels = new Set(found.map(([, label]) => label));
  return [...found, ...entries(below(item, 'topic_entity')).filter(([, label]) => !labels.has(label))].map(([id, label]) => ({ id, label, span: spanOfWords(question, label) }));
}

function entries(node: Node | undefined): (readonly [string, string])[] {
  return (node?.type === 'object' ? node.children ?? [] : []).map(({ children = [] }) => [textOf(children[0]), textOf(children[1])] as const);
}

function answersOf(item: Node): string[] | null {
  const list = below(item, 'answers');
  const one = stringOf(below(item, 'answer'));
  if (list?.type !== 'array') return one === undefined ? null : [one];
  return (list.children ?? []).flatMap((answer) => {
    const text = stringOf(below(answer, 'answer')) ?? textOf(below(answer, 'answer_id'));
    return text === '' ? [] : [text];
  });
}
