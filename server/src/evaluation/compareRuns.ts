import type { Change, ComparedRow, Comparison, EvaluationRun, QuestionRow } from '../protocol';

/**
 * Sets two runs side by side. Questions are the same where their id and text are (or, without an id, the text and the number of its repetition), so that a file
 * to which questions were added still compares.
 */
export function compareRuns(before: EvaluationRun, after: EvaluationRun): Comparison {
  const old = keyed(before.rows);
  const now = keyed(after.rows);
  const both: ComparedRow[] = [];
  for (const [key, row] of now) {
    const earlier = old.get(key);
    if (earlier !== undefined) both.push({ change: changeOf(earlier, row), before: earlier, after: row });
  }
  const counts: Record<Change, number> = { fixed: 0, broken: 0, changed: 0, same: 0 };
  for (const { change } of both) counts[change]++;
  return {
    before: before.about, after: after.about, counts, added: now.size - both.length, removed: old.size - both.length, n: both.length,
    hits1: { before: mean(both.map((pair) => pair.before.hits1)), after: mean(both.map((pair) => pair.after.hits1)) },
    f1: { before: mean(both.map((pair) => pair.before.f1)), after: mean(both.map((pair) => pair.after.f1)) },
    chance: signTest(counts.fixed, counts.broken), rows: both.filter(({ change }) => change !== 'same'),
  };
}

/** `fixed`: more right than before; `broken`: less; `changed`: as right, with another top answer. */
export function changeOf(before: QuestionRow, after: QuestionRow): Change {
  const difference = (after.hits1 ?? 0) - (before.hits1 ?? 0);
  if (difference > 0) return 'fixed';
  if (difference < 0) return 'broken';
  return topOf(before) === topOf(after) ? 'same' : 'changed';
}

/** Two-sided exact sign test: the probability of a split at least as uneven as `a` against `b` when either is as likely; 1 where nothing changed. */
export function signTest(a: number, b: number): number {
  const n = a + b;
  let term = -n * Math.LN2;
  let tail = 0;
  for (let k = 0; k <= Math.min(a, b); k++) {
    tail += Math.exp(term);
    term += Math.log((n - k) / (k + 1));
  }
  return Math.min(1, 2 * tail);
}

function keyed(rows: readonly QuestionRow[]): Map<string, QuestionRow> {
  const found = new Map<string, QuestionRow>();
  for (const row of rows) {
    let key = JSON.stringify([row.id, row.text]);
    for (let k = 1; found.has(key); k++) key = JSON.stringify([row.id, row.text, k]);
    found.set(key, row);
  }
  return found;
}

const topOf = ({ answers: [top] }: QuestionRow): string => (top === undefined ? '' : top.id === '' ? `=${top.value ?? top.label}` : top.id);

function mean(values: readonly (number | null)[]): number {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? 0 : known.reduce((sum, value) => sum + value, 0) / known.length;
}
