import type { CancellationToken } from 'vscode-languageserver/node';
import { toldOf } from '../documents/questionEntry';
import { QuestionGone } from '../documents/questionGone';
import { WhatIf, type WhatIfParams, type WhatIfResult } from '../protocol';
import { optionsOf, withForces } from '../tools/forces';
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
