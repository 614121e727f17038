import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { parseQuestions } from '../../formats/parseQuestions';
import { appliedText } from './applied';
import { toldOfFile } from './toldOfFile';

const folder = mkdtempSync(join(tmpdir(), 'hoplens-told-'));
afterAll(() => { rmSync(folder, { recursive: true }); });

describe('toldOfFile', () => {
  const path = join(folder, 'ask.questions');
  const { questions } = parseQuestions(path, 'who met [Ada](Q1)?\nwhere was Bob born?\n');

  it('tells pins where there is no sidecar', () => {
    expect(toldOfFile(path, questions)).toEqual({ told: [{ pins: [expect.objectContaining({ id: 'Q1' })] }, { pins: [] }], applied: 0 });
  });

  it('tells corrections too and counts those that hold; without them on request', () => {
    const base = { question: 'where was Bob born?', mention: 'Bob', kind: 'entity' };
    writeFileSync(`${path}.hoplens.json`, JSON.stringify({ version: 1, corrections: [{ ...base, id: 'a', entity: 'Q2', time: '2026-01-01' }, { ...base, id: 'b', entity: 'Q3', time: '2026-01-02' }] }));
    expect(toldOfFile(path, questions)).toMatchObject({ told: [{}, { pins: [{ start: 10, end: 13, id: 'Q3' }] }], applied: 1 });
    expect(toldOfFile(path, questions, false)).toMatchObject({ told: [{}, { pins: [] }], applied: 0 });
  });
});

describe('appliedText', () => {
  it('counts in words', () => {
    expect([0, 1, 2].map(appliedText)).toEqual(['', 'with 1 correction of the sidecar', 'with 2 corrections of the sidecar']);
  });
});
