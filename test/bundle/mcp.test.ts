import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import type { CallToolResult } from '@modelcontextprotocol/sdk/types.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

/** The tools as an agent's client sees them: the bundled command line as a process, over the official client. */
const SERVER = { command: process.execPath, args: [join('dist', 'cli.cjs'), 'mcp'] };
const client = new Client({ name: 'test', version: '0' });
beforeAll(async () => {
  await client.connect(new StdioClientTransport({ ...SERVER, stderr: 'ignore' }));
});
afterAll(() => client.close());

interface Called {
  readonly error: boolean;
  readonly text: string;
  readonly data: Readonly<Record<string, unknown>>;
}
const call = async (name: string, input: Record<string, unknown>): Promise<Called> => {
  const { isError = false, content, structuredContent = {} } = await client.callTool({ name, arguments: input }) as CallToolResult;
  return { error: isError, text: content.map((part) => (part.type === 'text' ? part.text : '')).join('\n'), data: structuredContent };
};

describe('hoplens mcp', () => {
  it('offers the three tools with schemas both ways, and says over which graph', async () => {
    const { tools } = await client.listTools();
    expect(tools.map(({ name }) => name)).toEqual(['answer_question', 'link_entities', 'explain_answer']);
    for (const { inputSchema, outputSchema, annotations } of tools) {
      expect(inputSchema.required).toContain('question');
      expect(outputSchema?.type).toBe('object');
      expect(annotations?.readOnlyHint).toBe(true);
    }
    expect(client.getInstructions()).toMatch(/[\d,]+ entities/);
    expect(client.getServerVersion()?.name).toBe('hoplens');
  });

  it('answers a question with ids, scores and a few words', async () => {
    const { error, text, data } = await call('answer_question', { question: 'Who did Natalie Portman play in Star Wars?' });
    expect(error).toBe(false);
    expect(data).toMatchObject({ plan: 'intersection', answers: [{ id: 'Q51789', label: 'Padmé Amidala', page: expect.stringMatching(/Q51789$/) as string }], entities: [{ id: 'Q37876', words: 'Natalie Portman' }, { words: 'Star Wars' }] });
    expect(text).toMatch(/^Padmé Amidala \(Q51789\), score (?:>0\.99|0\.\d\d|1\.00)\. Followed/);
  });

  it('takes entities that are given, and limits the answers', async () => {
    const question = 'Who wrote films starring Tom Hanks?';
    const own = await call('answer_question', { question, limit: 2 });
    expect(own.data['answers']).toHaveLength(2);
    expect(own.text).toMatch(/\d+ more/);
    const given = await call('answer_question', { question, entities: [{ words: 'Tom Hanks', id: 'Q38111' }] });
    expect(given.data).toMatchObject({ entities: [{ id: 'Q38111', score: 1 }] });
    expect(given.data['answers']).not.toEqual(own.data['answers']);
  });

  it('says what was done with what the paths reached', async () => {
    const counted = await call('answer_question', { question: 'How many moons does Jupiter have?' });
    expect(counted.data).toMatchObject({ operation: { name: 'count' }, answers: [{ id: '', value: counted.text.slice(0, counted.text.indexOf(',')) }] });
    expect(Number(counted.text.slice(0, counted.text.indexOf(',')))).toBeGreaterThan(0);
    const compared = await call('explain_answer', { question: 'Is the Nile longer than the Amazon?' });
    expect(compared.data).toHaveProperty('operation.name', 'check-greater');
    expect(compared.data).toHaveProperty('operation.attribute.label', 'length');
    expect(compared.text).toMatch(/^Yes/);
  });

  it('says plainly when the graph holds no answer', async () => {
    const { error, text, data } = await call('answer_question', { question: 'What is the favourite colour of the lighthouse keeper?' });
    expect(error).toBe(false);
    expect(data['answers']).toEqual([]);
    expect(text).toMatch(/^No answer in the graph/);
  });

  it('links entities with offsets and candidates', async () => {
    const question = 'Who wrote films starring Tom Hanks?';
    const { data } = await call('link_entities', { question, candidates: 2 });
    const spans = data['spans'] as readonly { readonly words: string; readonly start: number; readonly end: number; readonly candidates: readonly { readonly id: string }[] }[];
    const hanks = spans.find(({ words }) => words === 'Tom Hanks');
    expect(hanks?.candidates.map(({ id }) => id)[0]).toBe('Q2263');
    expect(hanks?.candidates).toHaveLength(2);
    expect(question.slice(hanks?.start, hanks?.end)).toBe('Tom Hanks');
  });

  it('explains an answer hop by hop, with the edges that prove it', async () => {
    const { data, text } = await call('explain_answer', { question: 'Who did Natalie Portman play in Star Wars?' });
    expect(data).toMatchObject({ answer: { id: 'Q51789' }, proofs: [[{ subject: { id: 'Q51789' }, relation: { id: 'P175' }, object: { id: 'Q37876' } }], [{ relation: { id: 'P1441' } }]] });
    expect(data).toHaveProperty('paths.0.start.id', 'Q37876');
    expect(data).toHaveProperty('paths.0.hops.0.relations.0.label', 'performer');
    expect(data).toHaveProperty('paths.0.hops.0.relations.0.inverse', true);
    expect(data).toHaveProperty('intersection.0.id', 'Q51789');
    expect(text).toContain('Proof: Natalie Portman ← performer − Padmé Amidala');
  });

  it('explains what would be with a relation given', async () => {
    const { data } = await call('explain_answer', { question: 'Who wrote Hamlet?', relations: [{ hop: 1, id: 'P674' }], plan: 'one-hop' });
    expect(data).not.toHaveProperty('answer.label', 'William Shakespeare');
    expect(data).toHaveProperty('paths.0.hops.0.relations', [{ id: 'P674', label: 'characters', inverse: false, score: 1 }]);
  });

  it.each([
    ['no question', 'answer_question', {}, /Give the question as a text/],
    ['an empty question', 'answer_question', { question: '  ' }, /question is empty/],
    ['a plan that is none', 'answer_question', { question: 'Who wrote Hamlet?', plan: 'four-hop' }, /one-hop, two-hop, three-hop, intersection/],
    ['words that are not there', 'answer_question', { question: 'Who wrote Hamlet?', entities: [{ words: 'Macbeth', id: 'Q130283' }] }, /"Macbeth".*do not stand in the question/],
    ['an id that the graph lacks', 'answer_question', { question: 'Who wrote Hamlet?', entities: [{ words: 'Hamlet', id: 'Q0' }] }, /Q0 is no entity.*link_entities/],
    ['a relation that the graph lacks', 'explain_answer', { question: 'Who wrote Hamlet?', relations: [{ hop: 1, id: 'P0' }] }, /P0 \(hop 1\) is no relation.*explain_answer/],
    ['an answer that is none', 'explain_answer', { question: 'Who wrote Hamlet?', answer: 'Francis Bacon' }, /not among the answers.*William Shakespeare/],
    ['too many candidates', 'link_entities', { question: 'Who wrote Hamlet?', candidates: 100 }, /candidates/],
  ])('%s: a tool error that names the remedy', async (_name, tool, input, message) => {
    const { error, text } = await call(tool, input);
    expect(error).toBe(true);
    expect(text).toMatch(message);
    expect(text).not.toMatch(/\n\s+at /);
  });
});

describe('with corrections of question files', () => {
  it('answers with them as they are at each question, says how many, and lets what the agent gives go first', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'hoplens-mcp-'));
    const question = 'Who wrote films starring Tom Hanks?';
    const correct = (entity: string): void => {
      writeFileSync(join(folder, 'ask.questions.hoplens.json'), JSON.stringify({ version: 1, corrections: [{ id: 'a1', question, mention: 'Tom Hanks', kind: 'entity', entity, time: '2026-01-01T00:00:00.000Z' }] }));
    };
    correct('Q692');
    const own = new Client({ name: 'test', version: '0' });
    await own.connect(new StdioClientTransport({ ...SERVER, args: [...SERVER.args, '--corrections', folder], stderr: 'ignore' }));
    const linked = async (more: object = {}): Promise<unknown> => (await own.callTool({ name: 'explain_answer', arguments: { question, plan: 'one-hop', ...more } }) as CallToolResult).structuredContent;
    expect(await linked()).toMatchObject({ corrections: 1, paths: [{ start: { id: 'Q692' } }] });
    expect(await linked({ entities: [{ words: 'Tom Hanks', id: 'Q2263' }] })).toMatchObject({ paths: [{ start: { id: 'Q2263' } }] });
    correct('Q937');
    expect(await linked()).toMatchObject({ corrections: 1, paths: [{ start: { id: 'Q937' } }] });
    expect((await own.callTool({ name: 'link_entities', arguments: { question: 'Who wrote Hamlet?' } }) as CallToolResult).structuredContent).toMatchObject({ corrections: 0 });
    await own.close();
    rmSync(folder, { recursive: true });
  });
});

describe('the process', () => {
  it('writes nothing but the protocol to standard output, and ends when its input does', async () => {
    const child = spawn(SERVER.command, SERVER.args);
    let out = '';
    child.stdout.on('data', (chunk: Buffer) => { out += chunk.toString('utf8'); });
    const send = (message: object): void => { child.stdin.write(`${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`); };
    send({ id: 1, method: 'initialize', params: { protocolVersion: '2025-06-18', capabilities: {}, clientInfo: { name: 'raw', version: '0' } } });
    send({ method: 'notifications/initialized' });
    child.stdin.write('this is no JSON\n');
    send({ id: 2, method: 'tools/call', params: { name: 'answer_question', arguments: { question: 'Who wrote Hamlet?' } } });
    while (!out.includes('"id":2')) await once(child.stdout, 'data');
    child.stdin.end();
    const [status] = await once(child, 'exit') as [number | null];
    expect(status).toBe(0);
    const messages = out.trim().split('\n').map((line) => JSON.parse(line) as { readonly jsonrpc: string; readonly id: number });
    expect(messages.map(({ jsonrpc, id }) => [jsonrpc, id])).toEqual([['2.0', 1], ['2.0', 2]]);
  });

  it('says what is wrong with a pack, and ends', async () => {
    const child = spawn(SERVER.command, [...SERVER.args, '--graph', 'package.json']);
    let said = '';
    child.stderr.on('data', (chunk: Buffer) => { said += chunk.toString('utf8'); });
    const [status] = await once(child, 'exit') as [number | null];
    expect(status).toBe(2);
    expect(said).toMatch(/package\.json.*not a HopLens graph pack/);
  });
});
