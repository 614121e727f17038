import type { Answer } from '../protocol';

/** Scores within this of the top, relatively, are tied. */
const TIE = 1e-6;

/** The answers tied at the top score. */
export function topAnswers(answers: readonly Answer[]): readonly Answer[] {
  const top = answers[0]?.score ?? 0;
  return answers.filter((answer) => answer.score >= top * (1 - TIE));
}

/** What an answer is compared by: its id, or a literal's value. */
export function keyOf(answer: Pick<Answer, 'id' | 'value'>): string {
  return answer.id === '' ? (answer.value ?? '') : answer.id;
}

/** Expected Hits@1: the share of gold among the answers tied at the top; 0 without answers. */
export function hitsAt1(answers: readonly Answer[], gold: ReadonlySet<string>): number {
  const tied = topAnswers(answers);
  return tied.length === 0 ? 0 : tied.filter((answer) => gold.has(keyOf(answer))).length / tied.length;
}

/** F1 of the set of answers returned against gold; 1 when both are empty. */
export function f1(answers: readonly Answer[], gold: ReadonlySet<string>): number {
  if (gold.size === 0 || answers.length === 0) return gold.size === answers.length ? 1 : 0;
  const right = answers.filter((answer) => gold.has(keyOf(answer))).length;
  return right === 0 ? 0 : (2 * right) / (answers.length + gold.size);
}

/** The p-th percentile (0 … 100) of unsorted values, nearest rank; 0 without any. */
export function percentile(values: readonly number[], p: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil((p / 100) * sorted.length) - 1))] ?? 0;
}
