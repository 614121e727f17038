import type { ConfidenceBin, EvaluationReport, QuestionRow } from '../protocol';

const BINS = 10;

/**
 * How well the top answer's score says how often it is right: ten bins of equal width, and the expected calibration error Σ n(b)/N · |right(b) − score(b)|
 * (Guo et al. 2017, "On Calibration of Modern Neural Networks"). Only judged questions with an answer take part; a tie is right in its share.
 */
export function confidenceOf(rows: readonly QuestionRow[]): EvaluationReport['confidence'] {
  const sums = Array.from({ length: BINS }, () => ({ n: 0, score: 0, right: 0 }));
  let n = 0;
  for (const { answers: [top], hits1 } of rows) {
    if (top === undefined || hits1 === null) continue;
    const sum = sums[Math.min(BINS - 1, Math.max(0, Math.floor(top.score * BINS)))];
    if (sum === undefined) continue;
    n++;
    sum.n++;
    sum.score += top.score;
    sum.right += hits1;
  }
  const bins = sums.map((sum, k): ConfidenceBin => ({ from: k / BINS, to: (k + 1) / BINS, n: sum.n, score: sum.n === 0 ? 0 : sum.score / sum.n, right: sum.n === 0 ? 0 : sum.right / sum.n }));
  return { n, bins, error: n === 0 ? null : bins.reduce((error, bin) => error + (bin.n / n) * Math.abs(bin.right - bin.score), 0) };
}
