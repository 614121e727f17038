import type { Node } from 'jsonc-parser';
import { jsonFormat } from './jsonFormat';
import { below, stringOf, textOf } from './jsonStrings';
import { questionOf } from './questionOf';
import { entitiesOfQuery } from './sparqlIds';

/** ComplexWebQuestions: a list of `{ID, question, machine_question, sparql, compositionality_type, answers[]{answer, answer_id, aliases}}` over Freebase. */
export const complexWebQuestions = jsonFormat({
  name: 'ComplexWebQuestions',
  marks: [/"compositionality_type"\s*:/, /"machine_question"\s*:/],
  read: (source, item) => questionOf(source, below(item, 'question'), {
    id: textOf(below(item, 'ID')), complexity: stringOf(below(item, 'compositionality_type')) ?? '',
    gold: entitiesOfQuery(stringOf(below(item, 'sparql')) ?? ''), goldAnswers: answersOf(item),
  }),
});

function answersOf(item: Node): string[] | null {
  const list = below(item, 'answers');
  const one = stringOf(below(item, 'answer'));
  if (list?.type !== 'array') return one === undefined ? null : [one];
  return (list.children ?? []).flatMap((answer) => {
    const text = stringOf(below(answer, 'answer')) ?? textOf(below(answer, 'answer_id'));
    return text === '' ? [] : [text];
  });
}
