import type { Node } from 'jsonc-parser';
import { jsonFormat } from './jsonFormat';
import { below, strings, textOf } from './jsonStrings';
import { bareId } from './goldNames';
import { questionOf } from './questionOf';

/** RuBQ: a list of `{uid, question_text, question_eng, question_uris[], query, answers[]{type, value, label}, tags[]}`. The English wording is read, else the Russian. */
export const rubq = jsonFormat({
  name: 'RuBQ',
  marks: [/"question_uris"\s*:/, /"question_(?:eng|text)"\s*:/],
  read(source, item) {
    const known = {
      id: textOf(below(item, 'uid')), complexity: strings(below(item, 'tags')).join(', '), goldAnswers: answersOf(below(item, 'answers')), ...(strings(below(item, 'tags')).includes('1-hop') ? { hops: 1 } : {}),
      gold: strings(below(item, 'question_uris')).map((uri) => ({ id: bareId(uri), label: '', span: null })),
    };
    return [below(item, 'question_eng'), below(item, 'question_text')].flatMap((node) => questionOf(source, node, known)).slice(0, 1);
  },
});

function answersOf(node: Node | undefined): string[] | null {
  if (node?.type !== 'array') return null;
  return (node.children ?? []).flatMap((answer) => {
    const text = textOf(below(answer, 'value'));
    return text === '' ? [] : [bareId(text)];
  });
}
