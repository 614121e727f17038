import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CancellationTokenSource, ReferencesRequest, WorkspaceSymbolRequest } from 'vscode-languageserver/node';
import {
  EvaluateFile, EvaluationPage, EvaluationProgress, EvaluationRows, EvaluationState, ExportEvaluation, FileQuestions, LocateQuestion, WorkspaceFiles,
  type EvaluateFileResult, type EvaluationPageResult, type EvaluationProgressParams, type EvaluationRowsResult, type EvaluationStateResult, type FileQuestionsResult,
} from '../../server/src/protocol';
import { ROOT, TestClient } from './testClient';

const ASSETS = join(ROOT, 'media');
const there = existsSync(join(ROOT, 'dist', 'server.cjs')) && existsSync(join(ASSETS, 'model', 'model.json'));
const ROWS = [
  { id: 'a', question: 'Who directed Inception?', entities: ['Q25188'], answers: ['Q25191'] },
  { id: 'b', question: 'Who directed Forrest Gump?', entities: ['Q134773'], answers: ['Q2263'] },
  { id: 'c', question: 'Who directed Forrest Gump, by the way?', entities: ['Q134773'] },
];

describe.skipIf(!there)('evaluation over the wire', () => {
  let client: TestClient;
  let folder = '';
  let uri = '';
  let many = '';

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'hoplens-evaluating-'));
    const write = async (name: string, rows: readonly object[]): Promise<string> => {
      await writeFile(join(folder, name), rows.map((row) => `${JSON.stringify(row)}\n`).join(''));
      return pathToFileURL(join(folder, name)).href;
    };
    uri = await write('dev.jsonl', ROWS);
    many = await write('many.jsonl', Array.from({ length: 600 }, (_, k) => ({ question: `Who wrote films starring Tom Hanks in ${String(1400 + k)}?`, answers: ['Q1'] })));
    client = await TestClient.start(ASSETS);
    await client.loaded();
  }, 60_000);
  afterAll(async () => {
    await client.stop();
    await rm(folder, { recursive: true });
  });

  const evaluate = (params: object, token = new CancellationTokenSource().token) => client.connection.sendRequest<EvaluateFileResult>(EvaluateFile, { uri, goldEntity: true, token: 't', ...params }, token);

  it('lists the questions of a file that is not open, a part at a time', async () => {
    const { format, count, questions } = await client.connection.sendRequest<FileQuestionsResult>(FileQuestions, { uri, offset: 1, limit: 5 });
    expect({ format, count }).toEqual({ format: 'JSON Lines', count: 3 });
    expect(questions.map(({ index, line, judged }) => [index, line, judged])).toEqual([[1, 1, true], [2, 2, false]]);
  });

  it('evaluates it, tells each outcome, and keeps the run for pages, rows and files', async () => {
    const told: EvaluationProgressParams[] = [];
    const listening = client.connection.onNotification(EvaluationProgress, (progress: EvaluationProgressParams) => { told.push(progress); });
    const { report, groups, cancelled, waited } = await evaluate({});
    listening.dispose();
    expect(cancelled).toBe(false);
    expect(waited).toBeGreaterThan(0);
    expect(waited).toBeLessThan(1000);
    expect(report).toMatchObject({ n: 3, judged: 2, hits1: 0.5, goldEntity: { n: 2 } });
    expect(told.flatMap(({ rows }) => rows.map(({ index, verdict }) => [index, verdict]))).toEqual([[0, 'right'], [1, 'wrong'], [2, 'unjudged']]);
    expect(told[0]?.rows[0]).toMatchObject({ expected: 'Q25191' });
    expect(told[0]?.rows[0]?.actual).toContain('Christopher Nolan (Q25191)');
    const wrong = groups.find(({ group }) => group !== 'right' && group !== 'unjudged')?.group;
    const rows = await client.connection.sendRequest<EvaluationRowsResult>(EvaluationRows, { uri, group: wrong, offset: 0, limit: 10 });
    expect(rows).toMatchObject({ count: 1, rows: [{ index: 1 }] });
    expect(rows.rows[0]?.message).toMatch(/\w/);
    expect(rows.html).toContain('Who directed Forrest Gump?');
    const { html, counts } = await client.connection.sendRequest<EvaluationPageResult>(EvaluationPage, { uri, cspSource: 'x:', nonce: 'n0', script: 'x:/report.js' });
    expect(html).toContain('nonce-n0');
    expect(counts).toBeNull();
  });

  it('gives the control what training asked most, as the command line does', async () => {
    const path = join(folder, 'facts.jsonl');
    // A person was born in one place and won many prizes: by the number of objects the control would guess the prizes.
    await writeFile(path, `${JSON.stringify({ question: 'where was albert einstein born', qe: ['Q937'], ans: ['Q3012'], triple: ['Q937', 'P19', 'Q3012'] })}\n`);
    expect((await evaluate({ uri: pathToFileURL(path).href })).report.control).toEqual({ hits1: 1, hard: 1 });
  });

  it('writes files, and sets two runs side by side', async () => {
    const path = join(folder, 'run.json');
    await client.connection.sendRequest(ExportEvaluation, { uri, kind: 'json', path });
    await client.connection.sendRequest(ExportEvaluation, { uri, kind: 'ttl', path: join(folder, 'run.ttl') });
    expect(await readFile(join(folder, 'run.ttl'), 'utf8')).toContain('wikidata.org/entity/Q25188');
    await evaluate({});
    expect((await client.connection.sendRequest<EvaluationStateResult>(EvaluationState, { uri })).previous).toMatch(/^\d{4}-/);
    for (const compare of [path, 'previous']) {
      const { counts } = await client.connection.sendRequest<EvaluationPageResult>(EvaluationPage, { uri, cspSource: 'x:', nonce: 'n', script: 'x:/r.js', compare });
      expect(counts).toEqual({ fixed: 0, broken: 0, changed: 0, same: 3 });
    }
  });

  it('runs some questions alone without making that the run of the file', async () => {
    const { report } = await evaluate({ indices: [1] });
    expect(report.n).toBe(1);
    expect((await client.connection.sendRequest<EvaluationRowsResult>(EvaluationRows, { uri, group: 'right', offset: 0, limit: 10 })).count).toBe(1);
  });

  it('judges another system by the same measures', async () => {
    const path = join(folder, 'theirs.jsonl');
    await writeFile(path, '{"id":"a","entities":["Q90"],"answers":["Q90"]}\n{"id":"b","entities":["Q134773"],"answers":["Q2263"]}\n');
    const { report } = await evaluate({ predictions: path });
    expect(report).toMatchObject({ judged: 2, hits1: 0.5, failed: 1, entityAccuracy: 0.5, goldEntity: { n: 0 }, confidence: { error: null } });
  });

  it('stops when it is cancelled, and keeps what was done', async () => {
    const source = new CancellationTokenSource();
    const listening = client.connection.onNotification(EvaluationProgress, () => { source.cancel(); });
    const { report, cancelled } = await evaluate({ uri: many }, source.token);
    listening.dispose();
    expect(cancelled).toBe(true);
    expect(report.n).toBeGreaterThan(0);
    expect(report.n).toBeLessThan(600);
  });

  it('finds a question again that moved', async () => {
    await writeFile(join(folder, 'dev.jsonl'), `${JSON.stringify({ question: 'New?' })}\n${ROWS.map((row) => JSON.stringify(row)).join('\n')}`);
    const place = await client.connection.sendRequest<{ readonly range: { readonly start: number } } | null>(LocateQuestion, { uri, index: 0, text: ROWS[0]?.question });
    expect(place?.range.start).toBeGreaterThan(20);
    expect(await client.connection.sendRequest(LocateQuestion, { uri, index: 0, text: 'Gone?' })).toBeNull();
  });

  it('finds symbols and references beyond the open documents', async () => {
    await client.connection.sendNotification(WorkspaceFiles, { uris: [uri] });
    const open = 'file:///asked.questions';
    await client.open(open, 'Who directed Inception?');
    await client.until(async () => (await client.connection.sendRequest(WorkspaceSymbolRequest.type, { query: 'Q25188' }) ?? []).length >= 2);
    const found = await client.connection.sendRequest(ReferencesRequest.type, { textDocument: { uri: open }, position: { line: 0, character: 14 }, context: { includeDeclaration: true } });
    expect(found?.map((location) => location.uri)).toEqual([open, uri]);
  });

  it('says what to do where nothing can be evaluated', async () => {
    await expect(evaluate({ uri: 'file:///nowhere/none.jsonl' })).rejects.toThrow(/none\.jsonl/);
    await expect(client.connection.sendRequest(EvaluationPage, { uri: 'file:///other', cspSource: '', nonce: '', script: '' })).rejects.toThrow(/Evaluate file/);
  });
});
