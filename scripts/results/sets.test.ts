import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dataSets, handSets, heldOutSets } from './sets';

let folder = '';
const write = (name: string, rows: readonly object[]): void => {
  writeFileSync(join(folder, 'questions', `${name}.jsonl.gz`), gzipSync(rows.map((row) => `${JSON.stringify(row)}\n`).join('')));
};
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'hoplens-sets-'));
  mkdirSync(join(folder, 'questions'));
  write('simpleq_valid_answerable', [{ id: 's1', question: 'where was x born', qe: ['Q1'], ans: ['Q2'], triple: ['Q1', 'P19', 'Q2'], inverse: false }]);
  write('wwq_dev_a', [{ id: 'w1', question: 'a?', qe: ['Q1'], ans: [] }, { id: 'w2', question: 'b?', qe: ['Q1'], ans: ['Q3'], kg_answers: ['Q4'] }]);
  const row = { qe: ['Q1', 1980], answerType: 'entity', raw_answer: null };
  write('mintaka_dev_a', [
    { ...row, id: 'm1', question: 'how many?', ans: ['Q5', 'Q6'], complexity: 'count' }, { ...row, id: 'm2', question: 'which?', ans: ['Q5', 'Q6'], complexity: 'generic' },
    { ...row, id: 'm3', question: 'is it?', ans: [], answerType: 'boolean', raw_answer: [true], complexity: 'yesno' }, { ...row, id: 'm4', question: 'what year?', ans: [], answerType: 'date', raw_answer: ['2012'], complexity: 'ordinal' },
  ]);
  write('rubq2_dev', [{ id: 1, question: 'c?', qe: ['Q1'], ans: [], tags: ['no-answer'] }, { id: 2, question: 'd?', qe: ['Q1'], ans: [], tags: ['1-hop'] }, { id: 3, question: 'e?', qe: ['Q1'], ans: ['Q7'], tags: ['1-hop'] }]);
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const answers = (name: string): (readonly string[] | null | undefined)[] => dataSets(folder).find((set) => set.name === name)?.questions.map(({ goldAnswers }) => goldAnswers) ?? [];

describe('dataSets', () => {
  it('takes Mintaka\'s real answers: the number for "how many", truth values and dates as they are', () => {
    expect(answers('mintaka_dev_a')).toEqual([['2'], ['Q5', 'Q6'], ['true'], ['2012']]);
  });

  it('never takes an answer that a file lost for "no answer"', () => {
    expect(answers('wwq_dev_a')).toEqual([[expect.stringContaining('does not hold')], ['Q3']]);
    expect(answers('rubq2_dev')).toEqual([[], [expect.stringContaining('does not hold')], ['Q7']]);
  });

  it('keeps the gold fact, by which any object of it is right', () => {
    expect(dataSets(folder)[0]?.questions[0]?.triple).toEqual(['Q1', 'P19', 'Q2']);
  });

  it('leaves numbers out of the gold entities', () => {
    expect(dataSets(folder).find(({ name }) => name === 'mintaka_dev_a')?.questions[0]?.gold.map(({ id }) => id)).toEqual(['Q1']);
  });
});

describe('handSets', () => {
  it('has all eight files, with the plan that each is made for', () => {
    const plans = Object.fromEntries(handSets('.').map(({ name, plan }) => [name, plan]));
    expect(plans).toMatchObject({ 'by hand: one-hop': 'one-hop', 'by hand: conjunctive': 'intersection', 'by hand: operations': undefined });
    expect(Object.keys(plans)).toHaveLength(10);
  });
});

describe('heldOutSets', () => {
  it('makes a set for each plan or operation', () => {
    const line = (plan: string): string => JSON.stringify({ id: `${plan}-001`, question: 'f?', answers: ['Q1'], entities: ['Q2'], plan });
    const sets = heldOutSets(`${line('two-hop')}\n${line('count')}\n${line('two-hop')}\n`);
    expect(sets.map(({ name, plan, questions }) => [name, plan, questions.length])).toEqual([['held-out wordings: two-hop', 'two-hop', 2], ['held-out wordings: count', undefined, 1]]);
    expect(heldOutSets(`${line('asked')}\n`).map(({ name }) => name)).toEqual(['as people ask']);
  });
});
