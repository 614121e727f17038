import type { CancellationToken } from 'vscode';
import { SearchGraph, StageDocument, WhyNot, type SearchGraphParams, type SearchGraphResult, type StageDocumentParams, type StageDocumentResult, type WhyNotParams, type WhyNotResult } from '../../../server/src/protocol';
import type { Server } from '../server';

/** The entities and relations of the whole graph whose names start with what was typed. */
export async function searchGraph(server: Server, params: SearchGraphParams): Promise<SearchGraphResult> {
  return (await server.start()).sendRequest<SearchGraphResult>(SearchGraph, params);
}

/** One stage of a question, as Markdown. */
export async function stageDocument(server: Server, params: StageDocumentParams, token: CancellationToken): Promise<StageDocumentResult> {
  return (await server.start()).sendRequest<StageDocumentResult>(StageDocument, params, token);
}

/** Why an entity or relation did not come in, as Markdown. */
export async function whyNotDocument(server: Server, params: WhyNotParams, token: CancellationToken): Promise<WhyNotResult> {
  return (await server.start()).sendRequest<WhyNotResult>(WhyNot, params, token);
}
