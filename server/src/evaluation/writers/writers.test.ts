import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Parser } from 'n3';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { readRun } from '../readRun';
import { row, runWith, wrongRow } from '../testing';
import { annotationsCsv, rowsCsv } from './csv';
import { annotationsJsonLines } from './jsonLines';
import { annotationsNif, entityPattern } from './nif';
import { written } from './write';

const text = 'Who is 🎬 "Hanks", =1?';
const start = text.indexOf('"Hanks"');
const mention = { start, end: start + 7, text: '"Hanks"', id: 'Q2263', label: 'Tom Hanks', score: 0.75 };
const rows = [row(0, { text, mentions: [mention] }), wrongRow(1, { goldAnswers: ['Q1', 'Q3'], answers: [{ id: '', label: '3', value: '3', score: 0.5 }], message: '=cmd' })];
const parse = (csv: string) => Papa.parse<Record<string, string>>(csv, { header: true, skipEmptyLines: true });

describe('CSV', () => {
  it('reads back, whatever stands in the questions', () => {
    const { data, errors } = parse(rowsCsv(rows));
    expect(errors).toEqual([]);
    expect(data[0]).toMatchObject({ question: text, verdict: 'right', hits1: '1', answers: 'Q1' });
    expect(data[1]).toMatchObject({ cause: 'wrong-relation', gold_answers: 'Q1|Q3', answers: '3' });
  });
  it('writes no cell that a spreadsheet takes for a formula', () => {
    expect(parse(rowsCsv(rows)).data[1]?.['why']).toBe("'=cmd");
  });
  it('has a line for each mention', () => {
    expect(parse(annotationsCsv(rows)).data).toMatchObject([{ index: '0', start: String(start - 1), text: '"Hanks"', entity: 'Q2263' }]);
  });
});

describe('JSON lines', () => {
  it('has a line for each question, with its mentions', () => {
    const [first, second] = annotationsJsonLines(rows).trimEnd().split('\n').map((line): unknown => JSON.parse(line));
    expect(first).toMatchObject({ id: 'q0', question: text, entities: [{ start: start - 1, end: start + 6, id: 'Q2263' }], answers: ['Q1'] });
    expect(second).toMatchObject({ entities: [], answers: ['3'] });
  });
});

describe('NIF', () => {
  it('is Turtle whose offsets are code points of the text', async () => {
    const quads = new Parser().parse(await annotationsNif(rows, 'my questions.jsonl', entityPattern('https://www.wikidata.org/wiki/{id}')));
    const value = (subject: string, predicate: string) => quads.find((quad) => quad.subject.value.endsWith(subject) && quad.predicate.value.endsWith(predicate))?.object.value;
    const from = Array.from(text.slice(0, start)).length;
    const phrase = `0#char=${String(from)},${String(from + 7)}`;
    expect(from).toBe(start - 1);
    expect(value(phrase, '#taIdentRef')).toBe('http://www.wikidata.org/entity/Q2263');
    expect(value(phrase, '#anchorOf')).toBe('"Hanks"');
    const context = value(phrase, '#referenceContext') ?? '';
    expect(Array.from(value(context, '#isString') ?? '').slice(from, from + 7).join('')).toBe('"Hanks"');
    expect(value(context, '#endIndex')).toBe(String(Array.from(text).length));
  });
  it('names entities of other graphs by names of its own', () => {
    expect(entityPattern('')).toBe('urn:hoplens:entity:{id}');
  });
});

describe('a saved run', () => {
  it('reads back as it was; anything else is refused by name', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'hoplens-run-'));
    try {
      const run = runWith(rows);
      const path = join(folder, 'run.json');
      await writeFile(path, await written(run, 'json', { pageUrl: '' }));
      expect(await readRun(path)).toEqual(run);
      await writeFile(path, '{"hits1": 1}');
      await expect(readRun(path)).rejects.toThrow(/run\.json is not a run.*--report/);
      await expect(readRun(join(folder, 'none.json'))).rejects.toThrow(/none\.json cannot be read/);
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});
