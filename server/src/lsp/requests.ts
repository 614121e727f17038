import type { CancellationToken } from 'vscode-languageserver/node';
import { entityCard } from '../answering/entityCard';
import {
  AnswerAll, AnswerQuestion, DocumentQuestions, EntityInfo, type AnswerAllParams, type AnswerAllResult, type AnswerQuestionParams, type AnswerQuestionResult,
  type DocumentQuestionsParams, type EntityInfoParams, type EntityInfoResult,
} from '../protocol';
import { documentQuestions } from './documentQuestions';
import type { Feature, Services } from './feature';
import { answered, signalOf } from './withdrawal';

/** The custom requests of protocol.ts. */
export const requests: Feature = {
  capabilities: {},
  register(services) {
    const { connection, documents } = services;
    connection.onRequest(AnswerQuestion, ({ uri, index, quiet = false }: AnswerQuestionParams, token: CancellationToken): Promise<AnswerQuestionResult> => answered(async () => {
      const found = await documents.ask(uri, index, { quiet, signal: signalOf(token) });
      services.answeredIn(found.explanation.millis.total);
      return { uri, version: found.document.version, index: found.index, explanation: found.explanation };
    }));
    connection.onRequest(AnswerAll, (params: AnswerAllParams, token: CancellationToken) => answered(() => answerAll(services, params, token)));
    connection.onRequest(DocumentQuestions, ({ uri, wanted }: DocumentQuestionsParams) => documentQuestions(documents.get(uri), services.text(uri), wanted, services.settings().minimumScore));
    connection.onRequest(EntityInfo, ({ id }: EntityInfoParams): EntityInfoResult => {
      const loaded = services.graph();
      return loaded === undefined ? null : entityCard(loaded.graph, loaded.groups, id);
    });
  },
};

function answerAll({ connection, documents }: Services, { uri, workDoneToken }: AnswerAllParams, token: CancellationToken): Promise<AnswerAllResult> {
  let shown = 0;
  return documents.askAll(uri, signalOf(token), (done, all) => {
    const percent = Math.floor((100 * done) / all);
    if (workDoneToken === undefined || (percent === shown && done < all)) return;
    shown = percent;
    void connection.sendNotification('$/progress', { token: workDoneToken, value: { kind: 'report', message: `${String(done)} of ${String(all)}`, percentage: percent } });
  });
}
