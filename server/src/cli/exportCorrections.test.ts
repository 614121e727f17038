import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { exportCorrectionsCommand } from './exportCorrections';

const LINE = { id: 'one', question: 'Who wrote films starring Tom Hanks?', mention: 'Tom Hanks', kind: 'entity', entity: 'HL-0001' };
let folder: string;
let said: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hoplens-export-'));
  said = '';
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    said += String(text);
    return true;
  });
  mkdirSync(join(folder, 'sub', 'node_modules'), { recursive: true });
  for (const place of ['sub', join('sub', 'node_modules')]) writeFileSync(join(folder, place, 'b.questions.hoplens.json'), JSON.stringify({ version: 1, corrections: [{ ...LINE, kind: 'alias' }, { id: 'x' }] }));
  writeFileSync(join(folder, 'a.questions'), `${LINE.question} => Q1\n`);
  writeFileSync(join(folder, 'a.questions.hoplens.json'), JSON.stringify({ version: 1, corrections: [LINE, { ...LINE, id: 'two', question: 'Is it late?', mention: 'late' }] }));
});
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true });
});
const out = () => join(folder, 'rows.jsonl');

describe('hoplens export-corrections', () => {
  it('goes through folders and says what it found, what was left out, and what is attached to nothing', async () => {
    await exportCorrectionsCommand([folder], { out: out(), aliases: join(folder, 'names.tsv') });
    expect(readFileSync(out(), 'utf8').trim().split('\n').map((line): unknown => JSON.parse(line))).toMatchObject([
      { id: 'a.questions:1', question: LINE.question, qe: ['HL-0001'], ans: ['Q1'] }, { question: 'Is it late?', qe: ['HL-0001'] },
    ]);
    expect(readFileSync(join(folder, 'names.tsv'), 'utf8')).toContain('HL-0001\tTom Hanks\n');
    for (const part of ['b.questions.hoplens.json: a line is left out', 'its question file is not there', '2 rows of 2 files', '1 further name in', '1 correction attached to no question']) expect(said).toContain(part);
  });
  it('takes a question file or its sidecar by name', async () => {
    for (const path of ['a.questions', 'a.questions.hoplens.json']) {
      await exportCorrectionsCommand([join(folder, path)], { out: out() });
      expect(said).toContain('2 rows of 1 file');
    }
  });
  it('says what is missing or broken, and where', async () => {
    await expect(exportCorrectionsCommand([join(folder, 'gone')], { out: out() })).rejects.toThrow('gone is not there');
    writeFileSync(join(folder, 'c.questions'), 'Who?\n');
    await expect(exportCorrectionsCommand([join(folder, 'c.questions')], { out: out() })).rejects.toThrow('has no corrections');
    writeFileSync(join(folder, 'c.questions.hoplens.json'), '{');
    await expect(exportCorrectionsCommand([folder], { out: out() })).rejects.toThrow('c.questions.hoplens.json, line 1');
    await expect(exportCorrectionsCommand([join(folder, 'a.questions')], { out: join(folder, 'no', 'rows.jsonl') })).rejects.toThrow('cannot be written');
    mkdirSync(join(folder, 'sub', 'node_modules', 'none'));
    await expect(exportCorrectionsCommand([join(folder, 'sub', 'node_modules', 'none')], { out: out() })).rejects.toThrow('No corrections');
  });
});
