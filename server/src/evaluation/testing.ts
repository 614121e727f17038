import type { EvaluationRun, QuestionRow } from '../protocol';
import { reportOf } from './report';

/** For tests: a row of a right answer, changed where `more` says. */
export function row(index: number, more: Partial<QuestionRow> = {}): QuestionRow {
  return {
    index, id: `q${String(index)}`, text: `Question ${String(index)}?`, range: { start: 10 * index, end: 10 * index + 9 }, complexity: '', verdict: 'right', gold: [], goldAnswers: ['Q1'],
    answers: [{ id: 'Q1', label: 'One', score: 0.9 }], answerCount: 1, mentions: [], hits1: 1, hits1Strict: 1, f1: 1, recall: { found: 0, of: 0 }, entityRight: null, relationRight: null,
    given: null, control: null, hard: false, answerable: true, plan: 'one-hop', operation: null, cause: null, message: '', millis: 5, ...more,
  };
}

/** For tests: the row of a wrong answer. */
export function wrongRow(index: number, more: Partial<QuestionRow> = {}): QuestionRow {
  return row(index, { verdict: 'wrong', hits1: 0, hits1Strict: 0, f1: 0, answers: [{ id: 'Q2', label: 'Two', score: 0.6 }], cause: 'wrong-relation', message: 'Another relation.', ...more });
}

/** For tests: a run of rows. */
export function runWith(rows: readonly QuestionRow[]): EvaluationRun {
  return {
    hoplensEvaluation: 1, rows, report: reportOf(rows),
    about: { file: 'dev.jsonl', split: 'dev', format: 'JSON Lines', date: '2026-01-02T03:04:05.000Z', version: '0.1.0', commit: 'abc', model: 'model', graph: 'graph', machine: 'machine × 2', node: '20', setting: '' },
  };
}
