import type { ConfidenceBin, EvaluationReport, QuestionRow } from '../protocol';

const BINS = 10;

/**
 * Expected calibration error Σ n(b)/N · |right(b) − score(b)| (Guo et al. 2017, "On Calibration of Modern Neural Networks") over bins of answers with their mean
 * score and the share that is right; null without any answer.
 */
export function calibrationError(bins: readonly Pick<ConfidenceBin, 'n' | 'score' | 'right'>[]): number | null {
  const n = bins.reduce((sum, bin) => sum + bin.n, 0);
  return n === 0 ? null : bins.reduce((error, bin) => error + (bin.n / n) * Math.abs(bin.right - bin.score), 0);
}

/**
 * How well the top answer's score says how often it is right: ten bins of equal width, and their {@link calibrationError}. Only judged questions with an answer
 * take part; a tie is right in its share.
 */
export function confidenceOf(rows: readonly QuestionRow[]): EvaluationReport['confidence'] {
  const sums = Array.from({ length: BINS }, () => ({ n: 0, score: 0, right: 0 }));
  for (const { answers: [top], hits1 } of rows) {
    if (top === undefined || hits1 === null) continue;
    const sum = sums[Math.min(BINS - 1, Math.max(0, Math.floor(top.score * BINS)))];
    if (sum === undefined) continue;
    sum.n++;
    sum.score += top.score;
    sum.right += hits1;
  }
  const bins = sums.map((sum, k): ConfidenceBin => ({ from: k / BINS, to: (k + 1) / BINS, n: sum.n, score: sum.n === 0 ? 0 : sum.score / sum.n, right: sum.n === 0 ? 0 : sum.right / sum.n }));
  return { n: bins.reduce((sum, bin) => sum + bin.n, 0), bins, error: calibrationError(bins) };
}
