import type { CancellationToken } from 'vscode-languageserver/node';
import { entityCard } from '../answering/entityCard';
import { answerText, shownMentions } from '../documents/questionEntry';
import { formatNamed } from '../formats/parseQuestions';
import {
  AnswerAll, AnswerQuestion, DocumentQuestions, EntityInfo, type AnswerAllParams, type AnswerAllResult, type AnswerQuestionParams, type AnswerQuestionResult,
  type DocumentQuestionsParams, type DocumentQuestionsResult, type EntityInfoParams, type EntityInfoResult,
} from '../protocol';
import type { Feature, Services } from './feature';

/** The custom requests of protocol.ts. */
export const requests: Feature = {
  capabilities: {},
  register(services) {
    const { connection, documents } = services;
    connection.onRequest(AnswerQuestion, async ({ uri, index }: AnswerQuestionParams): Promise<AnswerQuestionResult> => {
      const { document, entry } = await documents.ask(uri, index);
      if (entry.explanation === undefined) throw new Error('The graph and the model are still loading. Try again in a moment.');
      return { uri, version: document.version, index, explanation: entry.explanation };
    });
    connection.onRequest(AnswerAll, (params: AnswerAllParams, token: CancellationToken) => answerAll(services, params, token));
    connection.onRequest(DocumentQuestions, ({ uri }: DocumentQuestionsParams) => documentQuestions(services, uri));
    connection.onRequest(EntityInfo, ({ id }: EntityInfoParams): EntityInfoResult => {
      const loaded = services.graph();
      return loaded === undefined ? null : entityCard(loaded.graph, loaded.groups, id);
    });
  },
};

async function answerAll({ connection, documents }: Services, { uri, workDoneToken }: AnswerAllParams, token: CancellationToken): Promise<AnswerAllResult> {
  const controller = new AbortController();
  token.onCancellationRequested(() => {
    controller.abort();
  });
  let shown = 0;
  return documents.askAll(uri, controller.signal, (done, all) => {
    const percent = Math.floor((100 * done) / all);
    if (workDoneToken === undefined || (percent === shown && done < all)) return;
    shown = percent;
    void connection.sendNotification('$/progress', { token: workDoneToken, value: { kind: 'report', message: `${String(done)} of ${String(all)}`, percentage: percent } });
  });
}

function documentQuestions({ documents, text }: Services, uri: string): DocumentQuestionsResult {
  const document = documents.get(uri);
  const source = text(uri);
  if (document === undefined || source === undefined) return { version: -1, format: '', pinnable: false, questions: [] };
  return {
    version: document.version,
    format: document.format,
    pinnable: formatNamed(document.format)?.pinnable === true,
    questions: document.entries.map((entry, index) => ({
      index, text: entry.question.text, line: source.positionAt(entry.question.range.start).line, range: entry.question.range,
      state: entry.error !== undefined ? 'failed' : entry.explanation === undefined ? 'waiting' : entry.asked ? 'answered' : 'linked',
      mentions: shownMentions(entry).map((shown) => ({ range: shown.range, span: { start: shown.mention.start, end: shown.mention.end }, id: shown.best.id, label: shown.best.label, score: shown.score, pinned: shown.pinned })),
      answer: answerText(entry),
    })),
  };
}
