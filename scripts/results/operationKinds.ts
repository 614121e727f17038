import type { QuestionRow } from '../../server/src/protocol';
import type { SetResult } from './shape';

/** The operations that answer each kind of question of test/questions/operations.jsonl and held.jsonl; a type restricts, which the model does by listing. */
const WANTED: Readonly<Record<string, readonly string[]>> = {
  count: ['count'], maximum: ['maximum'], minimum: ['minimum'], ordinal: ['maximum', 'minimum'], comparison: ['greater', 'lesser'], difference: ['difference'],
  'yes-no': ['check', 'check-greater', 'check-lesser'], type: ['list'], time: ['in-year', 'before-year', 'after-year'],
  in: ['in-year'], before: ['before-year'], after: ['after-year'],
};

const used = (row: QuestionRow): string | null => row.operation ?? (row.plan === null ? null : 'list');

/** How often each operation was used; questions that no mention leads on from use none. */
export function operationsUsed(rows: readonly QuestionRow[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const row of rows) {
    const name = used(row) ?? 'none';
    counts[name] = (counts[name] ?? 0) + 1;
  }
  return counts;
}

/** By the set's own kinds, how often an operation that answers such a question was used. */
export function operationChosen(rows: readonly QuestionRow[]): SetResult['operationChosen'] {
  return Object.entries(WANTED).flatMap(([kind, wanted]) => {
    const mine = rows.filter((row) => row.complexity === kind);
    return mine.length === 0 ? [] : [{ kind, n: mine.length, right: mine.filter((row) => wanted.includes(used(row) ?? '')).length }];
  });
}
