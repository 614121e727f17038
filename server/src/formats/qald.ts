import type { Node } from 'jsonc-parser';
import { jsonFormat } from './jsonFormat';
import { below, stringOf, textOf } from './jsonStrings';
import { bareId } from './goldNames';
import { questionOf } from './questionOf';

/** QALD 9, 9-plus and 10: `questions[]{id, question[]{language, string}, query.sparql, answers[]}`, the answers as SPARQL results. The English wording is read, else the first. */
export const qald = jsonFormat({
  name: 'QALD',
  marks: [/"question"\s*:\s*\[/, /"(?:language|string)"\s*:/, /"(?:query|answers)"\s*:/],
  read: (source, item) => questionOf(source, wordingOf(item), {
    id: textOf(below(item, 'id')),
    query: stringOf(below(item, 'query', 'sparql')) ?? stringOf(below(item, 'query')),
    goldAnswers: answersOf(below(item, 'answers')),
  }),
});

function wordingOf(item: Node): Node | undefined {
  const wordings = below(item, 'question')?.children ?? [];
  const english = wordings.find((wording) => stringOf(below(wording, 'language')) === 'en');
  // Variants hold plain strings instead of {language, string}.
  const chosen = english ?? wordings[0];
  return chosen?.type === 'string' ? chosen : chosen === undefined ? undefined : below(chosen, 'string');
}

/** Bindings of SPARQL results, or its truth value; null where the file gives none. */
function answersOf(node: Node | undefined): string[] | null {
  if (node?.type !== 'array') return null;
  return (node.children ?? []).flatMap((answer) => {
    const truth = below(answer, 'boolean');
    if (truth?.type === 'boolean') return [String(truth.value)];
    const bindings = below(answer, 'results', 'bindings')?.children ?? [];
    return bindings.flatMap((binding) => (binding.children ?? []).flatMap((variable) => {
      const value = variable.children?.[1] === undefined ? undefined : below(variable.children[1], 'value');
      const text = textOf(value);
      return text === '' ? [] : [bareId(text)];
    }));
  });
}
