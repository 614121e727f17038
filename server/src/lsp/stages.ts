import type { CancellationToken } from 'vscode-languageserver/node';
import { AbortError } from '../answering/abortError';
import { toldOf } from '../documents/questionEntry';
import { QuestionGone } from '../documents/questionGone';
import {
  SearchGraph, StageDocument, WhyNot, type RelationProbe, type SearchGraphParams, type SearchGraphResult, type StageDocumentParams, type StageDocumentResult, type WhyNotParams, type WhyNotResult,
} from '../protocol';
import type { Feature, Services } from './feature';
import { page } from './stages/page';
import { searchGraph } from './stages/searchGraph';
import { stageText } from './stages/stageText';
import type { Told } from './stages/told';
import { whyNotEntity } from './stages/whyNotEntity';
import { whyNotRelation } from './stages/whyNotRelation';
import { answered, signalOf } from './withdrawal';

/** The stages of a question as documents, "Why not …?", and the search in the whole graph that goes with it. */
export const stages: Feature = {
  capabilities: {},
  register(services) {
    const { connection, graph } = services;
    connection.onRequest(StageDocument, ({ uri, index, stage }: StageDocumentParams, token: CancellationToken): Promise<StageDocumentResult> => answered(async () => (
      { text: stageText(stage, await traced(services, uri, index, [], signalOf(token))) })));
    connection.onRequest(WhyNot, ({ uri, index, id }: WhyNotParams, token: CancellationToken): Promise<WhyNotResult> => answered(async () => whyNot(await traced(services, uri, index, [id], signalOf(token)), id)));
    connection.onRequest(SearchGraph, ({ query, limit }: SearchGraphParams): SearchGraphResult => {
      const loaded = graph();
      return { hits: loaded === undefined ? [] : searchGraph(loaded.graph, query, limit) };
    });
  },
};

/** The page that says why an entity or a relation did not come in; for whatever the graph does not know, that. */
export function whyNot(told: Told, id: string): WhyNotResult {
  const [probe] = told.trace.probes;
  const relations = told.trace.probes.filter((one): one is RelationProbe => one.kind === 'relation');
  if (probe?.kind === 'entity') return { title: `Why not ${probe.label}?`, text: page(`Why not ${probe.label} (${probe.id})?`, told.question, whyNotEntity(told, probe)) };
  if (relations[0] !== undefined) return { title: `Why not ${relations[0].label}?`, text: page(`Why not ${relations[0].label} (${relations[0].id})?`, told.question, whyNotRelation(told, relations)) };
  const why = probe?.kind === 'unknown' ? `The graph holds neither an entity nor a relation with the id ${id}.` : 'No words of the question name an entity of the graph, so that no relation was followed.';
  return { title: `Why not ${id}?`, text: page(`Why not ${id}?`, told.question, [why]) };
}

/** @throws QuestionGone; Error while graph and model are not there; AbortError when the signal aborts */
async function traced({ documents, graph }: Pick<Services, 'documents' | 'graph'>, uri: string, index: number, about: readonly string[], signal: AbortSignal): Promise<Told> {
  const entry = documents.get(uri)?.entries[index];
  const loaded = graph();
  if (entry === undefined) throw new QuestionGone('This question is no longer in its file. Open the stage again from the question.');
  if (loaded === undefined) throw new Error('Graph and model are still being loaded. Try again in a moment.');
  const told = await loaded.answerer.answer(entry.question.text, { ...toldOf(entry), trace: { about }, signal });
  if (told.trace === undefined) throw new AbortError('The answerer sent no trace.');
  return { ...told, trace: told.trace };
}
