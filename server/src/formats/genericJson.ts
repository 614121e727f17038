import type { QuestionFormat } from './format';
import { QUESTION_KEYS } from './goldKeys';
import { jsonFormat } from './jsonFormat';
import { questionOfObject } from './questionObject';

const anyJson = jsonFormat({
  name: 'JSON',
  marks: [new RegExp(`"(?:${QUESTION_KEYS.join('|')})"\\s*:\\s*"`)],
  read: questionOfObject,
});
const LIST = /^\s*(?:\[\s*\{|\{\s*"(?:questions|Questions|data|items|results|version|dataset)"\s*:)/;
/** Many a list that is no question file holds a "text": something that only questions have must stand beside it. */
const SURE = new RegExp(`"(?:${QUESTION_KEYS.filter((key) => key !== 'text').join('|')}|sparql|sparql_query|entities|answers)"\\s*:`);

/** Any other JSON document with a list of objects that hold a question under one of the usual keys. */
export const genericJson: QuestionFormat = {
  ...anyJson,
  detects: (file, text) => LIST.test(text.slice(0, 2000)) && anyJson.detects(file, text) && (file.anyText || SURE.test(text.slice(0, 20_000))),
};
