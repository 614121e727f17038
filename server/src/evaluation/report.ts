import { CAUSES, type EvaluationReport, type GroupMeasures, type QuestionRow } from '../protocol';
import { confidenceOf } from './confidence';
import { percentile } from './metrics';

/** Everything that is measured over the rows of a run. `scored`: answers have scores of their own; another system's have not, so that confidence is not measured. */
export function reportOf(rows: readonly QuestionRow[], scored = true): EvaluationReport {
  const judged = rows.filter((row) => row.hits1 !== null);
  const hard = judged.filter((row) => row.hard);
  const given = judged.filter((row) => row.given !== null);
  const goldHits = mean(given, (row) => row.given?.hits1 ?? null);
  const own = mean(given, (row) => row.hits1);
  const asked = rows.filter((row) => row.verdict !== 'failed');
  const { hits1, hits1Strict, f1 } = measuresOf('', judged);
  return {
    n: rows.length, judged: judged.length, failed: rows.length - asked.length, answerable: rows.filter((row) => row.answerable).length,
    mentionRecall: meanRecall(rows), entityAccuracy: mean(rows, (row) => share(row.entityRight)), relationAccuracy: mean(rows, (row) => share(row.relationRight)),
    hits1, hits1Strict, f1,
    withAnswer: measuresOf('with an answer', judged.filter((row) => !isNone(row))), noAnswer: noAnswer(judged),
    hard: { n: hard.length, hits1: mean(hard, (row) => row.hits1) },
    control: { hits1: mean(judged, (row) => row.control), hard: mean(hard, (row) => row.control) },
    goldEntity: { n: given.length, hits1: goldHits, hits1Strict: mean(given, (row) => row.given?.hits1Strict ?? null), own, gap: goldHits === null || own === null ? null : round(goldHits - own) },
    plans: countBy(rows, (row) => row.plan),
    byComplexity: groups(judged, (row) => (row.complexity === '' ? null : row.complexity)),
    byPlan: groups(judged, (row) => row.plan),
    byOperation: groups(judged, (row) => row.operation ?? (row.plan === null ? null : 'list')),
    byCause: CAUSES.map((cause) => ({ cause, n: rows.filter((row) => row.cause === cause).length })).filter(({ n }) => n > 0).sort((a, b) => b.n - a.n),
    confidence: confidenceOf(scored ? judged : []),
    millis: { p50: milliseconds(asked, 50), p99: milliseconds(asked, 99) },
  };
}

/** Whether gold says that there is no answer. */
export function isNone({ goldAnswers }: Pick<QuestionRow, 'goldAnswers'>): boolean {
  return goldAnswers !== null && (goldAnswers.length === 0 || (goldAnswers.length === 1 && goldAnswers[0]?.toLowerCase() === 'none'));
}

function noAnswer(judged: readonly QuestionRow[]): EvaluationReport['noAnswer'] {
  const none = judged.filter(isNone);
  const declined = judged.filter((row) => row.answerCount === 0 && row.verdict !== 'failed');
  const both = declined.filter(isNone).length;
  return { n: none.length, declined: declined.length, precision: declined.length === 0 ? null : round(both / declined.length), recall: none.length === 0 ? null : round(both / none.length) };
}

function measuresOf(name: string, rows: readonly QuestionRow[]): GroupMeasures {
  return {
    name, n: rows.length, hits1: mean(rows, (row) => row.hits1) ?? 0, hits1Strict: mean(rows, (row) => row.hits1Strict) ?? 0, f1: mean(rows, (row) => row.f1) ?? 0,
    goldEntity: mean(rows, (row) => row.given?.hits1 ?? null),
  };
}

function groups(rows: readonly QuestionRow[], nameOf: (row: QuestionRow) => string | null): GroupMeasures[] {
  const found = new Map<string, QuestionRow[]>();
  for (const row of rows) {
    const name = nameOf(row);
    if (name === null) continue;
    const known = found.get(name);
    if (known === undefined) found.set(name, [row]);
    else known.push(row);
  }
  return [...found].map(([name, members]) => measuresOf(name, members)).sort((a, b) => b.n - a.n);
}

function countBy(rows: readonly QuestionRow[], nameOf: (row: QuestionRow) => string | null): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const row of rows) {
    const name = nameOf(row);
    if (name !== null) counts[name] = (counts[name] ?? 0) + 1;
  }
  return counts;
}

/** Over gold entities, not questions: a question with two of them counts twice. */
function meanRecall(rows: readonly QuestionRow[]): number | null {
  const of = rows.reduce((sum, { recall }) => sum + recall.of, 0);
  return of === 0 ? null : round(rows.reduce((sum, { recall }) => sum + recall.found, 0) / of);
}

/** The mean of what is not null, to five digits; null without any. */
function mean(rows: readonly QuestionRow[], of: (row: QuestionRow) => number | null): number | null {
  const values = rows.map(of).filter((value) => value !== null);
  return values.length === 0 ? null : round(values.reduce((sum, value) => sum + value, 0) / values.length);
}

function milliseconds(rows: readonly QuestionRow[], p: number): number {
  return Math.round(percentile(rows.map((row) => row.millis), p) * 100) / 100;
}

const share = (right: boolean | null): number | null => (right === null ? null : right ? 1 : 0);
const round = (value: number): number => Math.round(value * 1e5) / 1e5;
