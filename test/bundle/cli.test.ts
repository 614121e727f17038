import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

/** The command line as a user runs it, on the shipped graph and model. */
function hoplens(args: readonly string[], input?: string): Promise<{ readonly status: number; readonly stdout: string; readonly stderr: string }> {
  return new Promise((resolve) => {
    const child = execFile(process.execPath, [join('dist', 'cli.cjs'), ...args], { maxBuffer: 1 << 26 }, (error, stdout, stderr) => {
      resolve({ status: error === null ? 0 : typeof error.code === 'number' ? error.code : 1, stdout, stderr });
    });
    child.stdin?.end(input ?? '');
  });
}

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'hoplens-cli-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

describe('hoplens answer', () => {
  it('prints one JSON object a question, from arguments and from standard input', async () => {
    const { status, stdout } = await hoplens(['answer', '--json'], 'Who wrote Hamlet?\nWho did Natalie Portman play in Star Wars?\n');
    expect(status).toBe(0);
    const rows = stdout.trim().split('\n').map((line) => JSON.parse(line) as { readonly question: string; readonly answers: readonly { readonly id: string }[]; readonly intersection: unknown });
    expect(rows.map((row) => row.answers[0]?.id)).toEqual(['Q692', 'Q51789']);
    expect(rows[1]?.intersection).not.toBeNull();
    expect(Object.keys(rows[0] ?? {})).toEqual(['question', 'mentions', 'plan', 'paths', 'intersection', 'operation', 'answers', 'millis']);
  });
});

describe('hoplens evaluate', () => {
  it('measures a file', async () => {
    const file = join(folder, 'q.jsonl');
    writeFileSync(file, `${JSON.stringify({ question: 'where was albert einstein born', qe: ['Q937'], ans: ['Q3012'], triple: ['Q937', 'P19', 'Q3012'] })}\n${JSON.stringify({ question: 'who wrote the book of nothing at all', qe: [], ans: ['Q0'] })}\n`);
    const { status, stdout } = await hoplens(['evaluate', '--json', file]);
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ n: 2, answerable: 1, hits1: 0.5, hits1Strict: 0.5, entityAccuracy: 1, relationAccuracy: 1, hard: { n: 1, hits1: 1 }, goldEntity: { hits1: 1 } });
  });
});

describe('corrections of a sidecar', () => {
  const question = 'who wrote films starring Tom Hanks';
  let file = '';
  beforeAll(() => {
    file = join(folder, 'corrected.questions');
    writeFileSync(file, `${question} => Q2263\nwho wrote Hamlet => Q692\n`);
    const correction = { id: 'a1', question, mention: 'Tom Hanks', kind: 'entity', entity: 'Q692', label: 'William Shakespeare', time: '2026-01-01T00:00:00.000Z' };
    writeFileSync(`${file}.hoplens.json`, JSON.stringify({ version: 1, corrections: [correction] }));
  });
  const linked = (line: string | undefined): string | undefined => (JSON.parse(line ?? '') as { readonly mentions: readonly { readonly text: string; readonly id?: string; readonly candidates: readonly { readonly id: string }[] }[] })
    .mentions.filter(({ text }) => text === 'Tom Hanks').map(({ id, candidates }) => id ?? candidates[0]?.id)[0];

  it.each([['answer --file', ['answer', '--json', '--file']], ['annotate', ['annotate', '--json']]])('hold in %s, are counted, and can be left out', async (_name, args) => {
    const with_ = await hoplens([...args, file]);
    expect(linked(with_.stdout.split('\n')[0])).toBe('Q692');
    expect(with_.stderr).toMatch(/corrected\.questions: with 1 correction of the sidecar/);
    const without = await hoplens([...args, file, '--no-corrections']);
    expect(linked(without.stdout.split('\n')[0])).toBe('Q2263');
    expect(without.stderr).toBe('');
  });

  it('hold in evaluate, and the report says how many', async () => {
    const csv = join(folder, 'corrected.csv');
    const with_ = await hoplens(['evaluate', file, '--json', '--annotations', csv]);
    expect(JSON.parse(with_.stdout)).toMatchObject({ about: { setting: 'with 1 correction of the sidecar' } });
    expect(readFileSync(csv, 'utf8')).toMatch(/Tom Hanks.*Q692/);
    const without = await hoplens(['evaluate', file, '--annotations', csv, '--no-corrections']);
    expect(without.stdout).not.toMatch(/correction/);
    expect(readFileSync(csv, 'utf8')).toMatch(/Tom Hanks.*Q2263/);
  });

  it('cannot be understood: said with file, line and remedy, and passed over on request', async () => {
    const broken = join(folder, 'broken.questions');
    writeFileSync(broken, 'who wrote Hamlet\n');
    writeFileSync(`${broken}.hoplens.json`, '{ "version": 1,\n "corrections": [ }');
    const { status, stderr } = await hoplens(['evaluate', broken]);
    expect(status).toBe(2);
    expect(stderr).toMatch(/broken\.questions\.hoplens\.json.*line 2.*not JSON/);
    expect((await hoplens(['answer', '--json', '--file', broken, '--no-corrections'])).status).toBe(0);
  });
});

describe('hoplens inspect and import', () => {
  it('shows an entity, a relation, and says when there is none', async () => {
    expect((await hoplens(['inspect', 'Q2263'])).stdout).toContain('Tom Hanks');
    expect((await hoplens(['inspect', 'P57', '--json'])).stdout).toContain('"director"');
    const missing = await hoplens(['inspect', 'Q999999999']);
    expect(missing.status).toBe(2);
    expect(missing.stderr).toMatch(/not in the graph/);
  });

  it('answers over a graph of the user\'s own', async () => {
    const triples = join(folder, 'films.txt');
    writeFileSync(triples, 'Moonlit Harbour|directed_by|Ada Quill\nMoonlit Harbour|starred_actors|Ben Rook\nPaper Comet|directed_by|Ada Quill\nPaper Comet|starred_actors|Cleo Vane\n');
    const pack = join(folder, 'films.hlpack');
    expect((await hoplens(['import', triples, '--out', pack])).status).toBe(0);
    const { stdout } = await hoplens(['answer', '--json', '--graph', pack, 'who directed Moonlit Harbour']);
    expect((JSON.parse(stdout) as { readonly answers: readonly { readonly id: string }[] }).answers[0]?.id).toBe('Ada Quill');
  });
});

describe('bad input', () => {
  it.each([
    ['an unknown command', ['frobnicate'], /unknown command/],
    ['a file that is not there', ['answer', '--file', 'nowhere.questions'], /nowhere\.questions cannot be read/],
    ['a pack that is none', ['answer', '--graph', 'package.json', 'who?'], /package\.json.*not a HopLens graph pack/],
    ['a bundle that is none', ['answer', '--model', 'docs', 'who?'], /docs lacks model\.json/],
    ['a plan that is none', ['evaluate', '--plan', 'four-hop', 'examples/examples.questions'], /not a plan/],
  ])('%s: a clear message and a non-zero status', async (_name, args, message) => {
    const { status, stderr } = await hoplens(args);
    expect(status).not.toBe(0);
    expect(stderr).toMatch(message);
    expect(stderr).not.toMatch(/\n\s+at /);
  });
});
