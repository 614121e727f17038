import type { ScoredNode } from '../protocol';
import type { GoldSet } from './goldMatch';

/** Scores within this of the top, relatively, are tied. */
const TIE = 1e-6;

/** The answers tied at the top score. */
export function topAnswers(answers: readonly ScoredNode[]): readonly ScoredNode[] {
  const top = answers[0]?.score ?? 0;
  return answers.filter((answer) => answer.score >= top * (1 - TIE));
}

/** Expected Hits@1: the share of gold among the answers tied at the top. Without an answer 0, and 1 where gold says that there is none. */
export function hitsAt1(answers: readonly ScoredNode[], gold: GoldSet): number {
  const tied = topAnswers(answers);
  if (tied.length === 0) return gold.none ? 1 : 0;
  return tied.filter((answer) => gold.matches(answer).length > 0).length / tied.length;
}

/** F1 of the set of answers returned against gold; 1 where gold says that there is none and none is given. */
export function f1(answers: readonly ScoredNode[], gold: GoldSet): number {
  if (gold.size === 0 || answers.length === 0) return gold.none && answers.length === 0 ? 1 : 0;
  const found = new Set<number>();
  let right = 0;
  for (const answer of answers) {
    const matched = gold.matches(answer);
    if (matched.length > 0) right++;
    for (const index of matched) found.add(index);
  }
  const precision = right / answers.length;
  const recall = found.size / gold.size;
  return right === 0 ? 0 : (2 * precision * recall) / (precision + recall);
}

/** The p-th percentile (0 … 100) of unsorted values, nearest rank; 0 without any. */
export function percentile(values: readonly number[], p: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil((p / 100) * sorted.length) - 1))] ?? 0;
}
