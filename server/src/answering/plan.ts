import type { GateWeights } from '../model/bundle';
import type { PlanName } from '../protocol';

export const PLANS: readonly PlanName[] = ['one-hop', 'two-hop', 'three-hop', 'intersection'];

/** How well each plan fits the graph, in the order of {@link PLANS}; −∞ for a plan without any program. */
export interface Fit {
  /** Best raw score of each plan. */
  readonly best: readonly number[];
  /** Probability of the best program of each chain, and the greatest minimum of the intersection. */
  readonly sure: readonly number[];
  /** Tokens of the question. */
  readonly tokens: number;
  /** How much better than the best one-hop program the asked relation would score if the entity had it: large when the graph lacks the fact. */
  readonly regret: number;
}

const clamp = (value: number): number => Math.max(-4, Math.min(4, value));

/** Whether a plan with this best raw score has any program that counts: −∞ has none, and less than this was put out of the running (force.ts). */
export const isPossible = (best = -Infinity): boolean => best > -9e3;

/**
 * Chooses the plan from what the words say (`text`, raw) and how well each plan fits: softmax(text + W₂ tanh(W₁ fit)). Words alone would learn to tell a
 * template from a person; fit alone cannot tell "who wrote X" from "who wrote the book X is in".
 *
 * @returns probabilities in the order of {@link PLANS}, and last that the graph holds no answer
 */
export function choosePlan(weights: GateWeights, text: ArrayLike<number>, fit: Fit): number[] {
  const possible = [...fit.best.map(isPossible), true];
  const input = [
    ...fit.best.map((value, k) => (possible[k] === true ? clamp(value / 10) : 0)),
    ...fit.sure.map((value, k) => (possible[k] === true ? value : 0)),
    fit.tokens / 20,
    fit.regret / 5,
  ];
  const hidden = weights.hidden.map((row, k) => Math.tanh(row.reduce((sum, w, j) => sum + w * (input[j] ?? 0), weights.hiddenBias[k] ?? 0)));
  const logits = weights.out.map((row, k) => (text[k] ?? 0) + row.reduce((sum, w, j) => sum + w * (hidden[j] ?? 0), weights.outBias[k] ?? 0));
  let top = -Infinity;
  for (const [k, logit] of logits.entries()) if (possible[k] === true) top = Math.max(top, logit);
  const masses = logits.map((logit, k) => (possible[k] === true ? Math.exp(logit - top) : 0));
  const total = masses.reduce((sum, mass) => sum + mass, 0);
  return masses.map((mass) => mass / total);
}
