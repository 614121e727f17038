import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  CodeAction, CodeActionRequest, DidOpenTextDocumentNotification, DocumentDiagnosticRequest, ExecuteCommandRequest, HoverRequest, InlayHintRequest, type Diagnostic, type InlayHint, type MarkupContent,
} from 'vscode-languageserver/node';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  AnswerQuestion, CorrectCommand, CorrectEverywhere, DocumentQuestions, KeepCorrectionsCommand, type AnswerQuestionResult, type CorrectEverywhereResult, type CorrectParams, type DocumentQuestionsResult,
} from '../../server/src/protocol';
import { ALL, ROOT, TestClient } from './testClient';

const ASSETS = process.env['HOPLENS_TEST_ASSETS'] ?? join(ROOT, 'media');
const there = existsSync(join(ASSETS, 'graph', 'wikidata.hlpack')) && existsSync(join(ASSETS, 'model', 'model.json'));
const HANKS = 'Who wrote films starring Tom Hanks?';
const PORTMAN = 'Who did Natalie Portman play in Star Wars?';
const TEXT = `${HANKS}\n${PORTMAN}\nWhere was Tom Hanks born?\n`;
const HANKS_SPAN = { start: 25, end: 34 };

const textOf = (message: Diagnostic['message']): string => (typeof message === 'string' ? message : message.value);

describe.skipIf(!there)('corrections over the wire', () => {
  let client: TestClient;
  let folder: string;
  let turn = 0;
  let path: string;
  let uri: string;
  const sidecar = () => `${path}.hoplens.json`;
  const questions = async (of = uri) => (await client.connection.sendRequest<DocumentQuestionsResult>(DocumentQuestions, { uri: of, wanted: ALL })).questions;
  const linked = (of = uri) => client.until(async () => (await questions(of)).every(({ state }) => state !== 'waiting'));
  /** Who the words of a question are said to name; the model may find other mentions beside them. */
  const named = async (index: number, words = 'Tom Hanks') => {
    const question = (await questions())[index];
    return question?.mentions.find(({ span }) => question.text.slice(span.start, span.end) === words)?.id;
  };
  const told = async (index: number) => (await questions())[index]?.corrections.map(({ text }) => text.replace(/, \d{4}-.*/, '')) ?? [];
  const answers = async (index: number) => (await client.connection.sendRequest<AnswerQuestionResult>(AnswerQuestion, { uri, index })).explanation.answers.map(({ label }) => label);
  const correct = (params: Omit<CorrectParams, 'uri'>): Promise<string[]> => client.connection.sendRequest(ExecuteCommandRequest.method, { command: CorrectCommand, arguments: [{ uri, ...params }] });
  const actions = async (line: number, character: number): Promise<CodeAction[]> => {
    const at = { line, character };
    const found = await client.connection.sendRequest(CodeActionRequest.type, { textDocument: { uri }, range: { start: at, end: at }, context: { diagnostics: [] } });
    return (found ?? []).filter((action) => CodeAction.is(action));
  };
  const run = async (action: CodeAction | undefined) => {
    if (action?.command === undefined) throw new Error('there is no such quick fix');
    await client.connection.sendRequest(ExecuteCommandRequest.type, action.command);
    await linked();
  };
  const diagnostics = async (of = uri): Promise<Diagnostic[]> => {
    const report = await client.connection.sendRequest(DocumentDiagnosticRequest.type, { textDocument: { uri: of } });
    return report.kind === 'full' ? report.items : [];
  };
  const hints = async (): Promise<string[]> => {
    const found = await client.connection.sendRequest<InlayHint[]>(InlayHintRequest.method, { textDocument: { uri }, range: { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } } });
    return found.map(({ label }) => (typeof label === 'string' ? label : label.map(({ value }) => value).join('')));
  };

  beforeAll(async () => {
    execFileSync(process.execPath, ['esbuild.config.mjs'], { cwd: ROOT });
    folder = mkdtempSync(join(tmpdir(), 'hoplens-correcting-'));
    client = await TestClient.start(ASSETS, { author: 'Ada' });
    expect(await client.loaded()).toMatchObject({ state: 'ready' });
  });
  afterAll(async () => {
    expect(await client.stop()).toBe(0);
    rmSync(folder, { recursive: true, force: true });
  });
  beforeEach(async () => {
    path = join(folder, `ask ${String(++turn)}.questions`);
    uri = pathToFileURL(path).href;
    writeFileSync(path, TEXT);
    await client.open(uri, TEXT);
    await linked();
  });

  it('another entity: annotation, answer, hint and hover change at once, and back again when the correction is removed', async () => {
    const before = await answers(0);
    await correct({ index: 0, span: HANKS_SPAN, kind: 'entity', entity: 'HL-0001' });
    await linked();
    expect(await named(0)).toBe('HL-0001');
    expect(await told(0)).toEqual(['corrected to Tom Hanks (HL-0001), Ada']);
    expect(await answers(0)).not.toEqual(before);
    expect(await named(2)).toBe('Q2263');
    expect(await hints()).toContain('✎ HL-0001');
    const hover = await client.connection.sendRequest(HoverRequest.type, { textDocument: { uri }, position: { line: 0, character: 27 } });
    expect((hover?.contents as MarkupContent).value).toMatch(/✎ corrected to Tom Hanks .*Ada/);
    expect(hover).toMatchObject({ actions: [{ action: 'answer' }, { action: 'panel' }, { action: 'choose' }, { action: 'whyNot' }, { action: 'remove', offset: 25 }] });
    expect(readFileSync(sidecar(), 'utf8')).toContain('"entity": "HL-0001", "label": "Tom Hanks", "author": "Ada"');
    await run((await actions(0, 27)).find(({ title }) => title.startsWith('Remove the correction')));
    expect(await named(0)).toBe('Q2263');
    expect(await answers(0)).toEqual(before);
    expect(existsSync(sidecar())).toBe(false);
  });

  it('no entity: the mention is gone, its words say so, and the answer is another', async () => {
    expect(await answers(1)).toEqual(['Padmé Amidala']);
    await run((await actions(1, 35)).find(({ title }) => title === '“Star Wars” names no entity'));
    expect((await questions())[1]?.mentions.map(({ span: { start, end } }) => PORTMAN.slice(start, end))).not.toContain('Star Wars');
    expect(await told(1)).toEqual(['marked as no entity, Ada']);
    expect(await hints()).toContain('✎ no entity');
    const hover = await client.connection.sendRequest(HoverRequest.type, { textDocument: { uri }, position: { line: 1, character: 35 } });
    expect(hover).toMatchObject({ contents: { value: expect.stringContaining('marked as no entity') as string }, actions: [{ action: 'choose' }, { action: 'remove' }] });
    expect(await answers(1)).not.toEqual(['Padmé Amidala']);
  });

  it('another span: it is shown whatever its score, and a chosen entity goes along with it', async () => {
    await run((await actions(0, 27)).find(({ title }) => title === 'Shrink the span to “Hanks”'));
    expect([await named(0, 'Hanks') === undefined, await named(0)]).toEqual([false, undefined]);
    await correct({ index: 0, span: { start: 29, end: 34 }, kind: 'entity', entity: 'HL-0001' });
    await linked();
    await run((await actions(0, 31)).find(({ title }) => title === 'Extend the span to “Tom Hanks”'));
    expect([await named(0), await named(0, 'Hanks')]).toEqual(['HL-0001', undefined]);
    expect(await told(0)).toEqual(['the mention is “Tom Hanks”, not “Hanks”, Ada', 'corrected to Tom Hanks (HL-0001), Ada']);
  });

  it('a further name is a candidate in every question of the file', async () => {
    const text = 'Where was Tommy the Tooth born?\nHow old is Tommy the Tooth?\n';
    await client.change(uri, 2, text);
    await linked();
    expect(await named(0, 'Tommy the Tooth')).toBeUndefined();
    await correct({ index: 0, span: { start: 10, end: 25 }, kind: 'alias', entity: 'Q2263' });
    await linked();
    expect([await named(0, 'Tommy the Tooth'), await named(1, 'Tommy the Tooth')]).toEqual(['Q2263', 'Q2263']);
  });

  it('applies a correction to the same mentions of this and of other files, and takes it back', async () => {
    const other = join(folder, 'other.questions');
    writeFileSync(other, 'Is [Tom Hanks](Q2263) old?\nWhat did Tom Hanks direct?\n');
    const [id = ''] = await correct({ index: 0, span: HANKS_SPAN, kind: 'entity', entity: 'HL-0001' });
    await linked();
    const { added, failed } = await client.connection.sendRequest<CorrectEverywhereResult>(CorrectEverywhere, { uri, id, files: [uri, pathToFileURL(other).href, pathToFileURL(join(folder, 'gone.questions')).href] });
    await linked();
    expect(added.map((one) => one.ids.length)).toEqual([1, 1]);
    expect(failed).toEqual([expect.stringContaining('gone.questions')]);
    expect([await named(0), await named(2)]).toEqual(['HL-0001', 'HL-0001']);
    expect(JSON.parse(readFileSync(`${other}.hoplens.json`, 'utf8'))).toMatchObject({ corrections: [{ question: 'What did Tom Hanks direct?', entity: 'HL-0001' }, null] });
    await run((await actions(2, 12)).find(({ title }) => title.startsWith('Remove the correction')));
    expect(await named(2)).toBe('Q2263');
  });

  it('shows at once what another hand writes, says what belongs nowhere, and keeps a correction where its question went', async () => {
    writeFileSync(sidecar(), JSON.stringify({ version: 1, corrections: [
      { id: 'one', kind: 'entity', question: 'Who wrote the films starring Tom Hanks?', mention: 'Tom Hanks', entity: 'HL-0001' },
      { id: 'two', kind: 'none', question: 'Is there life on Mars?', mention: 'Mars' }, { id: 'three', kind: 'what' },
    ] }, null, 2));
    await client.until(async () => await named(0) === 'HL-0001');
    const said = (await diagnostics()).filter(({ code }) => code === 'corrections').map(({ message }) => textOf(message));
    expect(said).toEqual([
      expect.stringMatching(/attached to no question: “Mars” in “Is there life on Mars\?”.*Restore the question/), expect.stringContaining('not understood'),
      expect.stringContaining('This question was “Who wrote the films starring Tom Hanks?”'),
    ]);
    const place = `${uri}.hoplens.json`;
    await client.connection.sendNotification(DidOpenTextDocumentNotification.type, { textDocument: { uri: place, languageId: 'json', version: 1, text: readFileSync(sidecar(), 'utf8') } });
    expect((await diagnostics(place)).map(({ message, range }) => [range.start.line, textOf(message).slice(0, 20)])).toEqual([[16, 'Kept, but not unders'], [10, 'A correction is kept']]);
    const keep = (await actions(0, 2)).find(({ command }) => command?.command === KeepCorrectionsCommand);
    await run(keep);
    expect(readFileSync(sidecar(), 'utf8')).toContain(`"id": "one", "question": "${HANKS}"`);
    expect(readFileSync(sidecar(), 'utf8')).toContain('"kind":"what"');
    // The editor still shows the older text: it is not written behind the user's back.
    await expect(correct({ index: 0, span: HANKS_SPAN, kind: 'none' })).rejects.toThrow('not saved');
    rmSync(sidecar());
    await client.until(async () => await named(0) === 'Q2263');
    expect((await diagnostics()).filter(({ code }) => code === 'corrections')).toEqual([]);
  });

  it('refuses what cannot be: a broken sidecar, an entity that is not in the graph, a question that is gone', async () => {
    await expect(correct({ index: 0, span: HANKS_SPAN, kind: 'entity', entity: 'Q0' })).rejects.toThrow('The graph holds no entity Q0');
    await expect(correct({ index: 99, span: HANKS_SPAN, kind: 'none' })).rejects.toThrow('changed in the meantime');
    await expect(client.connection.sendRequest(ExecuteCommandRequest.method, { command: CorrectCommand, arguments: [{ uri, index: 0, span: HANKS_SPAN, kind: 'entity' }] })).rejects.toThrow('arguments');
    writeFileSync(sidecar(), '{ "version": 3 }');
    await expect(correct({ index: 0, span: HANKS_SPAN, kind: 'none' })).rejects.toThrow(/hoplens\.json, line 1: version 3/);
    await client.until(async () => (await diagnostics()).some(({ message }) => textOf(message).includes('Update HopLens')));
    expect(readFileSync(sidecar(), 'utf8')).toBe('{ "version": 3 }');
  });
});
