import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { EMPTY_SIDECAR, parseSidecar, sidecarText, type Sidecar } from './sidecarFile';
import { readCorrection, type StoredCorrection } from './storedCorrection';

const PATH = 'ask.questions.hoplens.json';
const HANKS = { id: 'k1', question: 'Who wrote films starring Tom Hanks?', mention: 'Tom Hanks', kind: 'entity', entity: 'HL-0001', time: '2026-11-25T02:00:00.000Z' };
const stored = (value: object): StoredCorrection => {
  const read = readCorrection(value);
  if (typeof read === 'string') throw new Error(read);
  return read;
};
const sidecar = (...corrections: readonly StoredCorrection[]): Sidecar => ({ ...EMPTY_SIDECAR, corrections: corrections.map((correction) => ({ correction, range: { start: 0, end: 0 } })) });
const heldBy = (text: string) => parseSidecar(PATH, text).corrections.map(({ correction }) => correction);
const text = fc.string({ minLength: 1, unit: 'binary' });
const correction = fc.record({
  id: fc.stringMatching(/^[a-z0-9]{12}$/), question: text, mention: text, kind: fc.constantFrom('entity', 'none', 'span', 'alias'), entity: text, questionOccurrence: fc.integer({ min: 1, max: 3 }),
  label: fc.string(), author: fc.string(), mine: fc.jsonValue(), time: fc.date({ noInvalidDate: true }).map((date) => date.toISOString()),
}).map(stored);
/** Two people's corrections never have one id. */
const several = (maxLength: number) => fc.uniqueArray(correction, { maxLength, selector: ({ id }) => id });

describe('a sidecar', () => {
  it('holds a correction a line, in an order of their own, and ends the list so that every line ends in a comma', () => {
    const told = sidecarText(sidecar(stored({ ...HANKS, question: 'Zoo?' }), stored(HANKS)));
    expect(told.split('\n')).toEqual([
      '{', '  "version": 1,', '  "corrections": [',
      '    { "id": "k1", "question": "Who wrote films starring Tom Hanks?", "mention": "Tom Hanks", "kind": "entity", "entity": "HL-0001", "time": "2026-11-25T02:00:00.000Z" },',
      '    { "id": "k1", "question": "Zoo?", "mention": "Tom Hanks", "kind": "entity", "entity": "HL-0001", "time": "2026-11-25T02:00:00.000Z" },',
      '    null', '  ]', '}', '',
    ]);
  });

  it('is JSON, and comes back as it was, unknown fields among it', () => {
    fc.assert(fc.property(several(6), fc.dictionary(fc.string().filter((name) => !['version', 'corrections'].includes(name)), fc.jsonValue()), fc.constantFrom('\n', '\r\n'), (corrections, extra, lineBreak) => {
      const told = sidecarText({ ...sidecar(...corrections), extra, lineBreak });
      expect(JSON.parse(told)).toMatchObject({ version: 1 });
      const back = parseSidecar(PATH, told);
      expect(back.corrections.map((one) => one.correction.id).sort()).toEqual(corrections.map(({ id }) => id).sort());
      expect(sidecarText(back)).toBe(told);
    }));
  });

  it('keeps lines that it does not understand, and says why', () => {
    const told = `{ "version": 1, "more": { "a": [1] }, "corrections": [${JSON.stringify(HANKS)}, { "id": "x", "kind": "group" }, 7, { "id": "y", "kind": "entity", "question": "q", "mention": 3, "mentionOccurrence": 0 }] }`;
    const { notUnderstood, extra } = parseSidecar(PATH, told);
    expect(notUnderstood.map(({ why, range }) => [told.slice(range.start, range.end).slice(0, 10), why])).toEqual([
      ['{ "id": "x', expect.stringContaining('"kind" is one of')], ['7', expect.stringContaining('object')],
      ['{ "id": "y', '"mention" is a text that is not empty. "mentionOccurrence" is a whole number from 1. "entity" is a text that is not empty.'],
    ]);
    expect(extra).toEqual({ more: { a: [1] } });
    const again = sidecarText(parseSidecar(PATH, told));
    for (const part of ['"kind":"group"', '    7,', '"mentionOccurrence":0', '"more": {"a":[1]}']) expect(again).toContain(part);
  });

  it('forgives a trailing comma and a byte order mark, and takes a line that stands twice once', () => {
    expect(heldBy(`\uFEFF{ "version": 1, "corrections": [${JSON.stringify(HANKS)}, ${JSON.stringify(HANKS)},] }`)).toHaveLength(1);
  });

  it.each([
    ['{ "version": 1,\n "corrections": [ {] }', 'line 2', 'not JSON'],
    ['{ "version": 1,\n // mine\n "corrections": [] }', 'line 2', 'not JSON'],
    ['{ "version": 1,\n "corrections": [\n<<<<<<< ours\n', 'line 3', 'this merge is unfinished'],
    ['{\n "version": 2, "corrections": [] }', 'line 2', 'Update HopLens'],
    ['{ "corrections": [] }', 'line 1', '"version": 1'],
    ['[]', 'line 1', 'is an object'],
    ['', 'line 1', 'not JSON'],
    ['{ "version": 1, "corrections": {} }', 'line 1', 'is a list'],
  ])('that cannot be used says so with place and remedy: %j', (told, line, what) => {
    expect(() => parseSidecar(PATH, told)).toThrow(new RegExp(`^${PATH.replaceAll('.', '\\.')}, ${line}: .*${what}`));
  });
});

describe('two people\'s corrections', () => {
  const folder = mkdtempSync(join(tmpdir(), 'hoplens-merge-'));
  afterAll(() => { rmSync(folder, { recursive: true, force: true }); });
  const merge = (base: Sidecar, ours: Sidecar, theirs: Sidecar, ...args: readonly string[]) => {
    const [a = '', o = '', b = ''] = [['ours', ours] as const, ['base', base] as const, ['theirs', theirs] as const].map(([name, content]) => {
      const path = join(folder, name);
      writeFileSync(path, sidecarText(content));
      return path;
    });
    return spawnSync('git', ['merge-file', '-p', ...args, a, o, b], { encoding: 'utf8' });
  };
  const about = (question: string, id = question) => stored({ ...HANKS, id, question });

  it('merge without a conflict where another correction stands between them', () => {
    const base = [about('b'), about('m'), about('y')];
    const { status, stdout } = merge(sidecar(...base), sidecar(...base, about('c')), sidecar(...base, about('n')));
    expect(status).toBe(0);
    expect(heldBy(stdout).map(({ id }) => id)).toEqual(['b', 'c', 'm', 'n', 'y']);
  });

  it('merge without a conflict wherever they stand, by git\'s own "union" of both sides; nobody\'s is lost', () => {
    fc.assert(fc.property(several(5), several(4), several(4), (base, mine, theirs) => {
      const { status, stdout } = merge(sidecar(...base), sidecar(...base, ...mine), sidecar(...base, ...theirs), '--union');
      expect(status).toBe(0);
      expect(new Set(heldBy(stdout).map(({ id }) => id))).toEqual(new Set([...base, ...mine, ...theirs].map(({ id }) => id)));
    }), { numRuns: 40 });
  });

  it('merge in a repository whose .gitattributes says so, from no sidecar on', () => {
    const git = (...args: readonly string[]) => execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@example.org', ...args], { cwd: folder, encoding: 'utf8', stdio: 'pipe' });
    const path = join(folder, PATH);
    git('init', '-q', '-b', 'main');
    writeFileSync(join(folder, '.gitattributes'), '*.hoplens.json merge=union\n');
    writeFileSync(path, sidecarText(EMPTY_SIDECAR));
    git('add', '.gitattributes', PATH);
    git('commit', '-q', '-m', 'start');
    git('checkout', '-q', '-b', 'theirs');
    writeFileSync(path, sidecarText(sidecar(about('b'))));
    git('commit', '-q', '-am', 'theirs');
    git('checkout', '-q', 'main');
    writeFileSync(path, sidecarText(sidecar(about('a'))));
    git('commit', '-q', '-am', 'ours');
    git('merge', '-q', '--no-edit', 'theirs');
    expect(heldBy(readFileSync(path, 'utf8')).map(({ id }) => id)).toEqual(['a', 'b']);
  });
});
