import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { CodeAction, CodeActionRequest, CodeLensRequest, DocumentDiagnosticRequest, DocumentSymbolRequest, HoverRequest, InlayHintRequest, SemanticTokensRequest, type DocumentSymbol, type InlayHint, type MarkupContent } from 'vscode-languageserver/node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AnswerAll, AnswerQuestion, DocumentQuestions, EntityInfo, SettingsChanged, type AnswerAllResult, type AnswerQuestionResult, type DocumentQuestionsResult, type EntityInfoResult } from '../../server/src/protocol';
import { ALL, ROOT, SETTINGS, TestClient } from './testClient';

/** The embedded graph and model; another folder of the same shape where the environment names one. */
const ASSETS = process.env['HOPLENS_TEST_ASSETS'] ?? join(ROOT, 'media');
const there = existsSync(join(ASSETS, 'graph', 'wikidata.hlpack')) && existsSync(join(ASSETS, 'model', 'model.json'));
const TEXT = '# Films; a bare id: Q90\nWho wrote films starring Tom Hanks?\nWhere was Marie Curie born?\n';
const URI = 'file:///ask.questions';
const WHOLE = { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } };
const document = { textDocument: { uri: URI } };

describe.skipIf(!there)('the server with the embedded graph and model', () => {
  let client: TestClient;
  const questions = (uri = URI) => client.connection.sendRequest<DocumentQuestionsResult>(DocumentQuestions, { uri, wanted: ALL });
  const linked = (uri = URI) => client.until(async () => {
    const all = (await questions(uri)).questions;
    return all.length > 0 && all.every(({ state }) => state !== 'waiting');
  });
  const hints = async (): Promise<InlayHint[]> => await client.connection.sendRequest(InlayHintRequest.type, { ...document, range: WHOLE }) ?? [];
  const labels = (all: readonly InlayHint[]) => all.map(({ label, position }) => [position.line, typeof label === 'string' ? label : label.map(({ value }) => value).join('')] as const);

  beforeAll(async () => {
    execFileSync(process.execPath, ['esbuild.config.mjs'], { cwd: ROOT });
    client = await TestClient.start(ASSETS);
    expect(await client.loaded()).toMatchObject({ state: 'ready' });
    await client.open(URI, TEXT);
    await linked();
  });
  afterAll(async () => {
    expect(await client.stop()).toBe(0);
  });

  it('names the entities behind their spans, and colours them', async () => {
    expect(labels(await hints())).toEqual([[1, 'Q2263'], [2, 'Q7186']]);
    expect((await hints()).map(({ position }) => TEXT.split('\n')[position.line]?.slice(0, position.character).endsWith(position.line === 1 ? 'Tom Hanks' : 'Marie Curie'))).toEqual([true, true]);
    const tokens = await client.connection.sendRequest(SemanticTokensRequest.type, document);
    expect(tokens?.data.slice(0, 3)).toEqual([1, 25, 9]);
  });

  it('says on hover who it is, how sure and what came next, with actions as data and no command link', async () => {
    const hover = await client.connection.sendRequest(HoverRequest.type, { ...document, position: { line: 1, character: 28 } });
    const { value } = hover?.contents as MarkupContent;
    expect(value).toMatch(/^\*\*Tom Hanks\*\* `Q2263`/);
    expect(value).toMatch(/\d+% sure/);
    expect(value).toContain('has what is asked');
    expect(value).not.toContain('command:');
    expect(hover).toMatchObject({ actions: [{ action: 'answer', uri: URI, index: 0 }, { action: 'panel' }, { action: 'choose', offset: TEXT.indexOf('Tom Hanks') }, { action: 'whyNot', offset: TEXT.indexOf('Tom Hanks') }] });
  });

  it('names a bare id on hover, in a comment too, and gives its card', async () => {
    const hover = await client.connection.sendRequest(HoverRequest.type, { ...document, position: { line: 0, character: 21 } });
    expect((hover?.contents as MarkupContent).value).toMatch(/^\*\*Paris\*\* `Q90`/);
    expect(await client.connection.sendRequest<EntityInfoResult>(EntityInfo, { id: 'Q90' })).toMatchObject({ id: 'Q90', label: 'Paris' });
    expect(await client.connection.sendRequest<EntityInfoResult>(EntityInfo, { id: 'Q0' })).toBeNull();
  });

  it('answers a question: quietly without a trace, otherwise at the end of its line', async () => {
    const ask = (quiet: boolean) => client.connection.sendRequest<AnswerQuestionResult>(AnswerQuestion, { uri: URI, index: 1, quiet });
    const { explanation, version } = await ask(true);
    expect(version).toBe(1);
    expect(explanation.mentions.map(({ candidates }) => candidates[0]?.id)).toContain('Q7186');
    expect(labels(await hints())).toHaveLength(2);
    await ask(false);
    const at = labels(await hints()).filter(([, label]) => label.startsWith('→ '));
    expect(at).toEqual([[2, expect.stringContaining('Warsaw')]]);
  });

  it('offers to pin other candidates, in the text', async () => {
    const actions = await client.connection.sendRequest(CodeActionRequest.type, { ...document, range: { start: { line: 1, character: 27 }, end: { line: 1, character: 27 } }, context: { diagnostics: [] } });
    const edits = (actions ?? []).flatMap((action) => (CodeAction.is(action) ? action.edit?.changes?.[URI] ?? [] : []));
    expect(edits.length).toBeGreaterThan(0);
    expect(edits[0]?.newText).toMatch(/^\[Tom Hanks\]\([\w-]+\)$/);
    expect(edits[0]?.range).toEqual({ start: { line: 1, character: 25 }, end: { line: 1, character: 34 } });
  });

  it('lists questions and their entities in the outline', async () => {
    const symbols = await client.connection.sendRequest(DocumentSymbolRequest.type, document) as DocumentSymbol[];
    expect(symbols.map(({ name, children }) => [name, children?.map(({ detail }) => detail)])).toEqual([['Who wrote films starring Tom Hanks?', ['Q2263']], ['Where was Marie Curie born?', ['Q7186']]]);
  });

  it('keeps what is known of a question that moved, and links one that is new', async () => {
    await client.change(URI, 2, `Who directed Forrest Gump?\n${TEXT}`);
    await linked();
    const { version, questions: all } = await questions();
    expect(version).toBe(2);
    expect(all.map(({ state, mentions }) => [state, mentions.map(({ id }) => id)])).toEqual([['linked', ['Q134773']], ['linked', ['Q2263']], ['answered', ['Q7186']]]);
    await client.change(URI, 3, TEXT);
    await linked();
  });

  it('respects a pin', async () => {
    const uri = 'file:///pin.questions';
    await client.open(uri, 'Where was [Marie Curie](Q90) born?');
    await linked(uri);
    expect((await questions(uri)).questions[0]?.mentions).toMatchObject([{ id: 'Q90', pinned: true, range: { start: 11, end: 22 }, span: { start: 10, end: 21 } }]);
  });

  it('annotates a data set in place, with lenses, and says where another entity than the gold one was taken', async () => {
    const uri = 'file:///set.json';
    const item = { id: 'own', question: 'Where was "Marie Curie" born?', questionEntity: [{ name: 'Q90', entityType: 'entity', label: 'Paris', mention: 'Marie Curie', span: [11, 22] }], answer: { answerType: 'entity', answer: null }, complexityType: 'generic' };
    const source = JSON.stringify([item], null, 2);
    await client.open(uri, source, 'json');
    await linked(uri);
    const { questions: all } = await questions(uri);
    await client.until(() => client.annotations.some((told) => told.uri === uri));
    expect(client.annotations.findLast((told) => told.uri === uri)).toMatchObject({ format: 'Mintaka', pinnable: false, count: all.length });
    const [range] = all[0]?.mentions.map((mention) => mention.range) ?? [];
    expect(source.slice(range?.start, range?.end)).toBe('Marie Curie');
    const report = await client.connection.sendRequest(DocumentDiagnosticRequest.type, { textDocument: { uri } });
    expect(report).toMatchObject({ items: [{ code: 'not-a-candidate', codeDescription: { href: expect.stringMatching(/docs\/causes\.md#not-a-candidate$/) as unknown } }] });
    expect(JSON.stringify(report)).toMatch(/Resolved to Marie Curie \(Q7186\).*gold entity Paris \(Q90\)/);
    const lenses = await client.connection.sendRequest(CodeLensRequest.type, { textDocument: { uri } });
    expect(lenses?.map(({ command }) => command?.command)).toEqual(['hoplens.answerQuestion', 'hoplens.showInPanel']);
    const actions = await client.connection.sendRequest(CodeActionRequest.type, { textDocument: { uri }, range: WHOLE, context: { diagnostics: [] } });
    // A data set is never rewritten.
    expect((actions ?? []).filter((action) => CodeAction.is(action) && action.edit !== undefined)).toEqual([]);
  });

  it('answers a whole file with progress, and stops when it is cancelled', async () => {
    const progress: string[] = [];
    client.connection.onNotification('$/progress', ({ value }: { readonly value: { readonly message: string } }) => {
      progress.push(value.message);
    });
    expect(await client.connection.sendRequest<AnswerAllResult>(AnswerAll, { uri: URI, workDoneToken: 'all' })).toEqual({ answered: 2, failed: 0, cancelled: false });
    expect(progress).toEqual(['1 of 2', '2 of 2']);
    expect((await questions()).questions.map(({ state }) => state)).toEqual(['answered', 'answered']);
  });
});

describe.skipIf(!there)('a server in the middle of its work', () => {
  const many = Array.from({ length: 400 }, (_, k) => `Who wrote films starring Tom Hanks in ${String(1980 + k)}?`).join('\n');
  const ids = (client: TestClient) => client.connection.sendRequest<DocumentQuestionsResult>(DocumentQuestions, { uri: URI, wanted: ALL });

  it('ends cleanly', async () => {
    const client = await TestClient.start(ASSETS);
    await client.loaded();
    await client.open(URI, many);
    await client.until(async () => (await ids(client)).questions.some(({ state }) => state === 'linked'));
    expect(await client.stop()).toBe(0);
  });

  it('answers at once what is asked for, and what is in view, before the rest', async () => {
    const client = await TestClient.start(ASSETS);
    await client.loaded();
    await client.open(URI, many);
    await client.connection.sendRequest(InlayHintRequest.type, { ...document, range: { start: { line: 300, character: 0 }, end: { line: 302, character: 0 } } });
    await client.connection.sendRequest(AnswerQuestion, { uri: URI, index: 399, quiet: true });
    const { questions } = await ids(client);
    const waiting = questions.filter(({ state }) => state === 'waiting').length;
    expect([300, 301, 399].map((index) => questions[index]?.state)).toEqual(['linked', 'linked', 'linked']);
    expect(waiting).toBeGreaterThan(0);
    await client.stop();
  });

  it('declines by the threshold that the settings give, or answers everything', async () => {
    const client = await TestClient.start(ASSETS, { answerThreshold: 1 });
    await client.loaded();
    await client.open(URI, 'Which football club did Frida Kahlo play for?\n');
    const answers = async (): Promise<number> => (await client.connection.sendRequest<AnswerQuestionResult>(AnswerQuestion, { uri: URI, index: 0, quiet: true })).explanation.answers.length;
    expect(await answers()).toBe(0);
    await client.connection.sendNotification(SettingsChanged, { ...SETTINGS, answerThreshold: 0 });
    await client.until(() => client.statuses.filter(({ state }) => state === 'ready').length === 2);
    expect(await answers()).toBeGreaterThan(0);
    await client.stop();
  });

  it('takes other settings without losing its way', async () => {
    const client = await TestClient.start(ASSETS);
    await client.loaded();
    await client.open(URI, many);
    await client.connection.sendNotification(SettingsChanged, { ...SETTINGS, graphPath: join(ASSETS, 'graph', 'wikidata.hlpack') });
    await client.until(() => client.statuses.filter(({ state }) => state === 'ready').length === 2);
    await client.connection.sendNotification(SettingsChanged, { ...SETTINGS, graphPath: 'nowhere.hlpack' });
    await client.until(() => client.statuses.at(-1)?.state === 'failed');
    await client.connection.sendNotification(SettingsChanged, SETTINGS);
    await client.until(() => client.statuses.at(-1)?.state === 'ready');
    const answered = await client.connection.sendRequest<AnswerQuestionResult>(AnswerQuestion, { uri: URI, index: 3 });
    expect(answered.explanation.mentions.some(({ candidates }) => candidates[0]?.id === 'Q2263')).toBe(true);
    expect(await client.stop()).toBe(0);
  });
});
