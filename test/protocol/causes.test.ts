import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DocumentDiagnosticRequest, type Diagnostic } from 'vscode-languageserver/node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CAUSES, DocumentQuestions, SearchGraph, StageDocument, STAGES, WhyNot, type DocumentQuestionsResult, type SearchGraphResult, type StageDocumentResult, type WhyNotResult } from '../../server/src/protocol';
import { ALL, ROOT, TestClient } from './testClient';

const ASSETS = process.env['HOPLENS_TEST_ASSETS'] ?? join(ROOT, 'media');
const there = existsSync(join(ASSETS, 'graph', 'wikidata.hlpack')) && existsSync(join(ASSETS, 'model', 'model.json'));
const URI = 'file:///causes.json';

/** The planted misses through the bundled server: diagnostics come in two steps, and nothing waits for the second. */
describe.skipIf(!there)('the server, of planted misses', () => {
  let client: TestClient;
  const diagnostics = async (): Promise<readonly Diagnostic[]> => {
    const report = await client.connection.sendRequest(DocumentDiagnosticRequest.type, { textDocument: { uri: URI } });
    return report.kind === 'full' ? report.items : [];
  };

  beforeAll(async () => {
    execFileSync(process.execPath, ['esbuild.config.mjs'], { cwd: ROOT });
    client = await TestClient.start(ASSETS);
    expect(await client.loaded()).toMatchObject({ state: 'ready' });
    await client.open(URI, readFileSync(join(ROOT, 'test', 'e2e', 'workspace', 'causes.json'), 'utf8'), 'json');
    await client.until(async () => (await client.connection.sendRequest<DocumentQuestionsResult>(DocumentQuestions, { uri: URI, wanted: ALL })).questions.every(({ state }) => state !== 'waiting'));
  });
  afterAll(async () => {
    expect(await client.stop()).toBe(0);
  });

  it('tells mislinked entities at once, and every cause a little later', async () => {
    const first = (await diagnostics()).map(({ code }) => code);
    for (const cause of ['entity-not-in-graph', 'mention-missed', 'span-wrong', 'not-a-candidate', 'ranked-too-low']) expect(first).toContain(cause);
    await client.until(async () => (await diagnostics()).length >= CAUSES.length);
    expect((await diagnostics()).map(({ code }) => code)).toEqual([...CAUSES]);
  });

  it('puts gold beside the winner, and what was tried', async () => {
    const all = await diagnostics();
    const related = (cause: string): readonly string[] => all.find(({ code }) => code === cause)?.relatedInformation?.map(({ message }) => message) ?? [];
    expect(related('ranked-too-low')).toEqual([expect.stringMatching(/^Gold: Tom Hanks \(HL-0001\), number \d+/), expect.stringMatching(/^Winner: Tom Hanks \(Q2263\), number 1/)]);
    expect(related('wrong-relation')[0]).toMatch(/^With Forrest Gump \(Q134773\) given: .*, wrong\.$/);
  });

  it('searches the whole graph, entities and relations', async () => {
    const hits = async (query: string) => (await client.connection.sendRequest<SearchGraphResult>(SearchGraph, { query, limit: 10 })).hits;
    expect((await hits('eiffel tow')).map(({ id }) => id)).toContain('Q243');
    expect((await hits('P57'))[0]).toMatchObject({ id: 'P57', kind: 'relation', label: 'director' });
    expect((await hits('director'))[0]).toMatchObject({ kind: 'relation' });
    expect(await hits('  ')).toEqual([]);
  });

  it('opens every stage of a question, and says why something did not come in', async () => {
    for (const stage of STAGES) {
      const { text } = await client.connection.sendRequest<StageDocumentResult>(StageDocument, { uri: URI, index: 7, stage });
      expect(text, stage).toMatch(/^# .+\n\n> Who did Natalie Portman/);
    }
    const { title, text } = await client.connection.sendRequest<WhyNotResult>(WhyNot, { uri: URI, index: 7, id: 'Q243' });
    expect(title).toBe('Why not Eiffel Tower?');
    expect(text).toContain('## 5. Among the answers');
    await expect(client.connection.sendRequest(StageDocument, { uri: URI, index: 99, stage: 'tokens' })).rejects.toThrow(/no longer in its file/);
  });
});
