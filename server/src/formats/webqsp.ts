import type { Node } from 'jsonc-parser';
import type { GoldEntity } from '../protocol';
import { hopWords } from './hopWords';
import { jsonFormat } from './jsonFormat';
import { below, stringOf, textOf } from './jsonStrings';
import { questionOf, spanOfWords } from './questionOf';

/** WebQSP: `Questions[]{RawQuestion, Parses[]{PotentialTopicEntityMention, TopicEntityMid, TopicEntityName, InferentialChain, Answers[]}}` over Freebase. */
export const webqsp = jsonFormat({
  name: 'WebQSP',
  marks: [/"RawQuestion"\s*:/, /"Parses"\s*:/],
  read(source, item) {
    const parses = below(item, 'Parses')?.children ?? [];
    const [first] = parses;
    const chain = first === undefined ? 0 : below(first, 'InferentialChain')?.children?.length ?? 0;
    return questionOf(source, below(item, 'RawQuestion'), {
      id: textOf(below(item, 'QuestionId')), ...(chain === 0 ? {} : { complexity: hopWords(chain), hops: chain }),
      goldAnswers: first === undefined ? null : [...new Set(parses.flatMap(answersOf))],
    }).map((question) => ({ ...question, gold: distinct(parses.flatMap((parse) => topicOf(question.text, parse))) }));
  },
});

function topicOf(question: string, parse: Node): GoldEntity[] {
  const id = stringOf(below(parse, 'TopicEntityMid')) ?? '';
  const label = stringOf(below(parse, 'TopicEntityName')) ?? '';
  if (id === '' && label === '') return [];
  return [{ id, label, span: spanOfWords(question, stringOf(below(parse, 'PotentialTopicEntityMention')) ?? '') }];
}

/** An entity by its name where the file has it (its mid is Freebase's), a value as it is. */
function answersOf(parse: Node): string[] {
  return (below(parse, 'Answers')?.children ?? []).flatMap((answer) => {
    const text = stringOf(below(answer, 'EntityName')) ?? textOf(below(answer, 'AnswerArgument'));
    return text === '' ? [] : [text];
  });
}

function distinct(gold: readonly GoldEntity[]): GoldEntity[] {
  return [...new Map(gold.map((entity) => [`${entity.id} ${entity.label}`, entity])).values()];
}
