import { percent, table } from './markdown';
import { HELD_OUT } from './sets';
import type { Results, SeedRun } from './shape';

/** The headline rows: what is measured, by its name in the table. */
const HEADLINES: readonly (readonly [string, (results: Pick<Results, 'sets'>) => number | null])[] = [
  ['simpleq_valid_answerable: Hits@1', ({ sets }) => sets['simpleq_valid_answerable']?.report.hits1 ?? null],
  ['simpleq_valid_answerable: entity', ({ sets }) => sets['simpleq_valid_answerable']?.report.entityAccuracy ?? null],
  ['simpleq_valid_answerable: HARD', ({ sets }) => sets['simpleq_valid_answerable']?.report.hard.hits1 ?? null],
  ['simpleq_valid_answerable: strict', ({ sets }) => sets['simpleq_valid_answerable']?.report.hits1Strict ?? null],
  ...['wwq_dev_a', 'mintaka_dev_a', 'rubq2_dev', ...['one-hop', 'ambiguous', 'two-hop', 'three-hop', 'conjunctive', 'operations', 'held', 'unanswerable'].map((name) => `by hand: ${name}`), ...['one-hop', 'two-hop', 'three-hop', 'intersection'].map((name) => `${HELD_OUT}${name}`)]
    .map((name) => [name, ({ sets }: Pick<Results, 'sets'>): number | null => sets[name]?.report.hits1 ?? null] as const),
];

/** What is kept of the measurement of one run. */
export function seedRun(name: string, results: Results): SeedRun {
  return { name, model: results.model, numbers: Object.fromEntries(HEADLINES.map(([row, of]) => [row, of(results)])) };
}

/** Mean and standard deviation (of a sample, n − 1). */
export function spread(values: readonly number[]): { readonly mean: number; readonly deviation: number } {
  const mean = values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
  return { mean, deviation: Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / Math.max(1, values.length - 1)) };
}

/** The headline rows of each run, their mean and standard deviation, and the shipped bundle beside them. */
export function seedsTable(results: Results): string {
  const { runs } = results;
  if (runs.length === 0) return 'One seed: not measured.';
  const rows = HEADLINES.flatMap(([name, of]) => {
    const each = runs.map(({ numbers }) => numbers[name] ?? null);
    const known = each.filter((value) => value !== null);
    if (known.length === 0) return [];
    const { mean, deviation } = spread(known);
    return [[name, ...each.map(percent), `${percent(mean)} ± ${percent(deviation)}`, percent(of(results))]];
  });
  return table(['what', ...runs.map(({ name }) => name), 'mean ± standard deviation', 'shipped'], rows);
}
