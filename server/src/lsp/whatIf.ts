import type { CancellationToken } from 'vscode-languageserver/node';
import type { AnswerOptions } from '../answering/answerer';
import { toldOf } from '../documents/questionEntry';
import { QuestionGone } from '../documents/questionGone';
import { WhatIf, type Span, type WhatIfParams, type WhatIfResult } from '../protocol';
import { optionsOf } from '../tools/forces';
import type { Feature } from './feature';
import { answered, signalOf } from './withdrawal';

/** "What if": a question answered with something given, beside what is known of it: nothing of it is kept. */
export const whatIf: Feature = {
  capabilities: {},
  register({ connection, documents }) {
    connection.onRequest(WhatIf, ({ uri, index, forces }: WhatIfParams, token: CancellationToken): Promise<WhatIfResult> => answered(async () => {
      const document = documents.get(uri);
      const entry = document?.entries[index];
      if (document === undefined || entry === undefined) throw new QuestionGone('This question is no longer in the document.');
      const signal = signalOf(token);
      const answerer = await documents.answerer(signal);
      const given = withForces(toldOf(entry), optionsOf(answerer.graph, forces));
      return { version: document.version, explanation: await answerer.answer(entry.question.text, { ...given, signal }) };
    }));
  },
};

/** What is given for now, over what the file and its corrections say: an entity given for some words takes the place of a pin of them. */
export function withForces(told: AnswerOptions, forced: AnswerOptions): AnswerOptions {
  const entities = forced.pins ?? [];
  const free = (span: Span): boolean => !entities.some((entity) => entity.start < span.end && span.start < entity.end);
  return {
    ...told, ...forced, pins: [...(told.pins ?? []).filter(free), ...entities],
    ...(told.noEntity === undefined ? {} : { noEntity: told.noEntity.filter(free) }), ...(told.mentions === undefined ? {} : { mentions: told.mentions.filter(free) }),
  };
}
