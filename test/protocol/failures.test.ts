import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DocumentDiagnosticRequest, HoverRequest, InlayHintRequest, SemanticTokensRequest } from 'vscode-languageserver/node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AnswerQuestion, DocumentQuestions, EntityInfo, SettingsChanged, type DocumentQuestionsResult } from '../../server/src/protocol';
import { ALL, ROOT, SETTINGS, TestClient } from './testClient';

const URI = 'file:///ask.questions';
let folder: string;

beforeAll(() => {
  execFileSync(process.execPath, ['esbuild.config.mjs'], { cwd: ROOT });
  folder = mkdtempSync(join(tmpdir(), 'hoplens-protocol-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe('a server whose graph or model cannot be loaded', () => {
  it('says which file is missing, answers with nothing and stays up', async () => {
    const client = await TestClient.start(join(folder, 'nowhere'));
    const status = await client.loaded();
    expect(status).toMatchObject({ state: 'failed', graph: '', model: '' });
    expect(status.message).toContain('nowhere');
    await client.open(URI, 'Who directed Forrest Gump?\n');
    const document = { textDocument: { uri: URI } };
    expect(await client.connection.sendRequest(HoverRequest.type, { ...document, position: { line: 0, character: 15 } })).toBeNull();
    expect(await client.connection.sendRequest(InlayHintRequest.type, { ...document, range: { start: { line: 0, character: 0 }, end: { line: 1, character: 0 } } })).toEqual([]);
    expect(await client.connection.sendRequest(SemanticTokensRequest.type, document)).toMatchObject({ data: [] });
    expect(await client.connection.sendRequest(DocumentDiagnosticRequest.type, document)).toMatchObject({ kind: 'full', items: [] });
    expect(await client.connection.sendRequest(EntityInfo, { id: 'Q90' })).toBeNull();
    const { questions } = await client.connection.sendRequest<DocumentQuestionsResult>(DocumentQuestions, { uri: URI, wanted: ALL });
    expect(questions).toMatchObject([{ text: 'Who directed Forrest Gump?', state: 'waiting', mentions: [] }]);
    await expect(client.connection.sendRequest(AnswerQuestion, { uri: URI, index: 0 })).rejects.toThrow(status.message);
    expect(client.running).toBe(true);
    expect(await client.stop()).toBe(0);
  });

  it('names a corrupt pack', async () => {
    const graph = join(folder, 'graph');
    mkdirSync(graph);
    writeFileSync(join(graph, 'wikidata.hlpack'), 'this is no pack');
    const client = await TestClient.start(folder, { graphPath: join(graph, 'wikidata.hlpack'), modelPath: join(ROOT, 'media', 'model') });
    expect(await client.loaded()).toMatchObject({ state: 'failed' });
    expect(client.statuses.at(-1)?.message).toMatch(/hlpack|model\.json/);
    await client.stop();
  });

  it('tries again when the settings name another place', async () => {
    const client = await TestClient.start(join(folder, 'nowhere'));
    await client.loaded();
    const before = client.statuses.length;
    await client.connection.sendNotification(SettingsChanged, { ...SETTINGS, graphPath: join(folder, 'elsewhere.hlpack') });
    await client.until(() => client.statuses.length >= before + 2);
    expect(client.statuses.slice(before).map(({ state }) => state)).toEqual(['loading', 'failed']);
    await client.stop();
  });
});

describe('initialize', () => {
  it('announces exactly the features that exist', async () => {
    const client = await TestClient.start(join(folder, 'nowhere'));
    expect(Object.keys(client.initialized.capabilities).sort()).toEqual([
      'codeActionProvider', 'codeLensProvider', 'diagnosticProvider', 'documentSymbolProvider', 'executeCommandProvider', 'hoverProvider', 'inlayHintProvider', 'referencesProvider', 'semanticTokensProvider', 'textDocumentSync',
      'workspaceSymbolProvider',
    ]);
    await client.stop();
  });
});
