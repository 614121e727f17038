import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseQuestions } from '../../formats/parseQuestions';
import { readFactTables } from '../../graph/import/factTables';
import { exportRows, nameTable, rowLines } from './exportRows';
import { newCorrection, type Wish } from './newCorrection';
import { EMPTY_SIDECAR, type Sidecar } from './sidecarFile';

const QUESTION = 'Who wrote films starring Tom Hanks?';
const span = { start: 25, end: 34 };
const SET = JSON.stringify([{
  id: 'own-1', question: QUESTION,
  questionEntity: [{ name: 'Q2263', entityType: 'entity', label: 'Tom Hanks', mention: 'Tom Hanks', span: [25, 34] }, { name: 'Q11424', entityType: 'entity', label: 'film', mention: 'films', span: [10, 15] }],
  answer: { answerType: 'entity', answer: [{ name: 'Q213430', label: { en: 'A' } }], mention: 'A' }, complexityType: 'generic',
}]);
const questions = parseQuestions('set.json', SET).questions;
const sidecar = (...wishes: readonly Wish[]): Sidecar => ({ ...EMPTY_SIDECAR, corrections: wishes.map((wish) => ({ correction: newCorrection(questions, 0, wish), range: { start: 0, end: 0 } })) });
const entity: Wish = { kind: 'entity', span, entity: { id: 'HL-0001', label: '' }, author: '' };

describe('training rows', () => {
  it('carry the corrected entity in the place of the gold one, the other gold entities, and the gold answers', () => {
    expect(exportRows('set.json', questions, sidecar(entity)).rows).toEqual([
      { id: 'own-1', question: QUESTION, qe: ['HL-0001', 'Q11424'], ans: ['Q213430'], mentions: [{ ...span, text: 'Tom Hanks', id: 'HL-0001' }] },
    ]);
  });
  it('say null for words that name nothing, and no id where only the span is said', () => {
    const { rows } = exportRows('set.json', questions, sidecar({ kind: 'none', span: { start: 10, end: 15 }, author: '' }, { kind: 'span', span: { start: 29, end: 34 }, author: '' }));
    expect(rows[0]).toMatchObject({ qe: [], mentions: [{ start: 10, end: 15, text: 'films', id: null }, { start: 29, end: 34, text: 'Hanks' }] });
    expect(rows[0]?.mentions[1]).not.toHaveProperty('id');
  });
  it('are kept of a question that is gone, by the text it had', () => {
    expect(exportRows('set.json', [], sidecar(entity))).toMatchObject({ orphans: 1, rows: [{ question: QUESTION, qe: ['HL-0001'], mentions: [{ ...span, text: 'Tom Hanks' }] }] });
  });
  it('have an id by their place where the file gives none, and stand once each', () => {
    const plain = parseQuestions('a.questions', `Where is Paris?\n${QUESTION}`).questions;
    const { rows } = exportRows('a.questions', plain, { ...EMPTY_SIDECAR, corrections: [{ correction: newCorrection(plain, 1, entity), range: { start: 0, end: 0 } }] });
    expect(rows[0]?.id).toBe('a.questions:2');
    expect(rows[0]).not.toHaveProperty('ans');
    expect(rowLines([...rows, ...rows]).split('\n')).toHaveLength(2);
  });
});

describe('further names', () => {
  it('are no rows, and a table that the pack compiler reads', () => {
    const { rows, names } = exportRows('set.json', questions, sidecar({ kind: 'alias', span, entity: { id: 'Q2263', label: '' }, author: '' }));
    expect(rows).toEqual([]);
    const folder = mkdtempSync(join(tmpdir(), 'hoplens-names-'));
    mkdirSync(join(folder, 'names'));
    writeFileSync(join(folder, 'names', 'corrections.tsv'), nameTable([...names, ...names, { id: 'Q90', name: 'City\tof light' }]));
    expect([...readFactTables(folder).names]).toEqual([['Q2263', ['Tom Hanks']], ['Q90', ['City of light']]]);
    rmSync(folder, { recursive: true });
  });
});
