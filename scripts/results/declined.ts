import type { AnswerOptions } from '../../server/src/answering/answerer';
import { answerQuestion, type Pipeline } from '../../server/src/answering/pipeline';
import type { Explanation } from '../../server/src/protocol';
import type { Declined } from './shape';

export const THRESHOLDS = [0.05, 0.1, 0.15, 0.2, 0.3, 0.35, 0.4] as const;

/**
 * Whether each threshold of {@link THRESHOLDS} leaves a question without an answer. Only a question that the gate may refuse at the highest one is asked again:
 * what is refused is at most the gate's own probability of no answer.
 */
export async function declinedAt(pipeline: Pipeline, told: Explanation, options: AnswerOptions): Promise<boolean[]> {
  if (told.plan === null) return THRESHOLDS.map(() => true);
  const { none } = told.plan;
  const found: boolean[] = [];
  for (const threshold of THRESHOLDS) {
    found.push(none > 1 - threshold && (await answerQuestion({ ...pipeline, threshold }, told.question, options)).answers.length === 0);
  }
  return found;
}

/** Adds the questions up. */
export function countDeclined(questions: readonly (readonly boolean[])[]): Declined {
  return { n: questions.length, at: THRESHOLDS.map((threshold, k) => ({ threshold, declined: questions.filter((declined) => declined[k] === true).length })) };
}
