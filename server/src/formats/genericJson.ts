import type { QuestionFormat } from './format';
import { answersOf, goldOf, QUESTION_KEYS, questionNode } from './goldKeys';
import { jsonFormat } from './jsonFormat';
import { below, textOf } from './jsonStrings';
import { questionOf } from './questionOf';

const first = (keys: readonly string[], text: (key: string) => string): string => keys.map(text).find((found) => found !== '') ?? '';

const anyJson = jsonFormat({
  name: 'JSON',
  marks: [new RegExp(`"(?:${QUESTION_KEYS.join('|')})"\\s*:\\s*"`)],
  read: (source, item) => questionOf(source, questionNode(item), {
    id: first(['id', 'uid', 'qid', '_id', 'ID'], (key) => textOf(below(item, key))),
    complexity: first(['complexity', 'complexityType', 'type'], (key) => textOf(below(item, key))),
    goldAnswers: answersOf(item),
  }).map((question) => ({ ...question, gold: goldOf(question.text, item) })),
});

/** Any other JSON document with a list of objects that hold a question under one of the usual keys. A configuration file may well hold a "text": the list must be there too. */
export const genericJson: QuestionFormat = {
  ...anyJson,
  detects: (file, text) => /^\s*(?:\[\s*\{|\{\s*"(?:questions|Questions|data|items|results|version|dataset)"\s*:)/.test(text.slice(0, 2000)) && anyJson.detects(file, text),
};
