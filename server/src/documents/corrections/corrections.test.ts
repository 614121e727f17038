import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AnswerOptions } from '../../answering/answerer';
import { Documents } from '../documents';
import { HandAnswerer } from '../testing';
import { Corrections } from './corrections';
import type { Wish } from './newCorrection';
import { changeSidecar, readSidecar } from './sidecarStore';

const TEXT = 'Who wrote films starring Tom Hanks?\nWhere is Paris?\n';
let folder: string;
let uri: string;
let sidecar: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hoplens-corrections-'));
  uri = pathToFileURL(join(folder, 'ask.questions')).href;
  sidecar = join(folder, 'ask.questions.hoplens.json');
});
afterEach(() => { rmSync(folder, { recursive: true, force: true }); });

/** Remembers what it was told of each question. */
class Telling extends HandAnswerer {
  readonly told: [string, AnswerOptions][] = [];
  override answer(question: string, { signal, ...options }: AnswerOptions = {}) {
    this.told.push([question, options]);
    return super.answer(question, signal === undefined ? {} : { signal });
  }
}
function open(text = TEXT) {
  const changed: string[] = [];
  const corrections = new Corrections((one) => { changed.push(one); documents.corrected(one); });
  const documents: Documents = new Documents({ onChanged: () => undefined, corrections });
  const answerer = new Telling(true);
  documents.ready(answerer);
  documents.update({ uri, version: 1, text });
  const entries = () => documents.get(uri)?.entries ?? [];
  const correct = (wish: Wish, index = 0) => corrections.correct(uri, entries().map(({ question }) => question), index, wish, entries()[index]?.corrected?.held ?? []);
  return { corrections, documents, answerer, changed, entries, correct };
}
const hanks: Wish = { kind: 'entity', span: { start: 25, end: 34 }, entity: { id: 'HL-0001', label: 'Tom Hanks' }, author: 'Ada' };
const until = async (holds: () => boolean): Promise<void> => {
  for (let tries = 0; !holds(); tries++) {
    if (tries > 200) throw new Error('it did not come');
    await new Promise((resolve) => { setTimeout(resolve, 20); });
  }
};

describe('the corrections of an open document', () => {
  it('are written beside it and change what the answerer is told of that question, and of no other', async () => {
    const { documents, answerer, correct } = open();
    await documents.settled();
    expect(answerer.told).toHaveLength(2);
    await correct(hanks);
    await documents.settled();
    expect(answerer.told.slice(2)).toEqual([['Who wrote films starring Tom Hanks?', { pins: [{ start: 25, end: 34, id: 'HL-0001' }] }]]);
    expect(JSON.parse(readFileSync(sidecar, 'utf8'))).toMatchObject({ version: 1, corrections: [{ mention: 'Tom Hanks', kind: 'entity', entity: 'HL-0001', label: 'Tom Hanks', author: 'Ada' }, null] });
    expect(readdirSync(folder)).toEqual(['ask.questions.hoplens.json']);
    documents.close(uri);
  });

  it('are there from the first annotation on, and go with the last of them', async () => {
    const first = open();
    const [id] = await first.correct(hanks);
    first.documents.close(uri);
    const { documents, answerer, corrections, entries } = open();
    await documents.settled();
    expect(answerer.told[0]?.[1].pins).toHaveLength(1);
    await corrections.change(uri, (all) => all.filter((one) => one.id !== id));
    await documents.settled();
    expect(answerer.told.at(-1)).toEqual(['Who wrote films starring Tom Hanks?', { pins: [] }]);
    expect(entries()[0]?.corrected?.held).toEqual([]);
    expect(existsSync(sidecar)).toBe(false);
    documents.close(uri);
  });

  it('are seen when another hand changes the sidecar', async () => {
    const { documents, entries } = open();
    writeFileSync(sidecar, JSON.stringify({ version: 1, corrections: [{ id: 'mine', kind: 'none', question: 'Where is Paris?', mention: 'Paris' }] }));
    await until(() => entries()[1]?.corrected?.held.length === 1);
    await changeSidecar(sidecar, (one) => ({ ...one, corrections: [] }));
    await until(() => entries()[1]?.corrected?.held.length === 0);
    documents.close(uri);
  });

  it('stay when the question moves, wait as orphans when it goes, and come back with it', async () => {
    const { documents, corrections, entries, correct } = open();
    await correct(hanks);
    documents.update({ uri, version: 2, text: `New?\n${TEXT}` });
    expect(entries()[1]?.corrected?.given.pins).toHaveLength(1);
    documents.update({ uri, version: 3, text: 'Where is Paris?\n' });
    expect(corrections.state(uri)?.orphans).toMatchObject([{ correction: { mention: 'Tom Hanks' }, why: expect.stringContaining('no question') as string }]);
    documents.update({ uri, version: 4, text: 'Who wrote all films starring Tom Hanks?\n' });
    expect(corrections.state(uri)).toMatchObject({ orphans: [], moved: [{ span: { start: 29, end: 38 } }] });
    documents.update({ uri, version: 5, text: TEXT });
    expect(corrections.state(uri)).toMatchObject({ orphans: [], moved: [] });
    expect(readSidecar(sidecar).corrections).toHaveLength(1);
    documents.close(uri);
  });

  it.each([['broken', '{ "version": 1, "corrections": [ { }'], ['newer', '{ "version": 2, "corrections": [], "groups": {} }']])('a sidecar that is %s is said to be so, and never overwritten', async (_, text) => {
    writeFileSync(sidecar, text);
    const { documents, corrections, correct } = open();
    expect(corrections.state(uri)?.error?.message).toContain('ask.questions.hoplens.json, line 1: ');
    await expect(correct(hanks)).rejects.toThrow('ask.questions.hoplens.json');
    expect(readFileSync(sidecar, 'utf8')).toBe(text);
    documents.close(uri);
  });

  it('cannot be kept for a document that is no file', async () => {
    const corrections = new Corrections(() => undefined);
    await expect(corrections.change('untitled:Untitled-1', () => [])).rejects.toThrow('Save the document first');
  });
});

describe('writing a sidecar', () => {
  const add = (id: string) => changeSidecar(sidecar, (one) => {
    const correction = { id, kind: 'none', question: id, questionOccurrence: 1, questionId: '', mention: 'm', mentionOccurrence: 1, entity: '', label: '', was: '', author: '', time: '', extra: {} } as const;
    return { ...one, corrections: [...one.corrections, { correction, range: { start: 0, end: 0 } }] };
  });

  it('loses nothing when several write at once', async () => {
    await Promise.all(['a', 'b', 'c', 'd'].map(add));
    expect(readSidecar(sidecar).corrections.map(({ correction }) => correction.id)).toEqual(['a', 'b', 'c', 'd']);
  });

  it('writes through a link and keeps the file\'s mode', async () => {
    const real = join(folder, 'real.json');
    writeFileSync(real, '{ "version": 1, "corrections": [] }', { mode: 0o640 });
    symlinkSync(real, sidecar);
    await add('a');
    expect(JSON.parse(readFileSync(real, 'utf8'))).toMatchObject({ corrections: [{ id: 'a' }, null] });
  });

  it('says so where it may not write', async () => {
    if (process.getuid?.() === 0) return;
    chmodSync(folder, 0o500);
    await expect(add('a')).rejects.toThrow('Check that the folder may be written to');
    chmodSync(folder, 0o700);
  });
});
