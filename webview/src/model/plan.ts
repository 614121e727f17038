import type { Plan } from '../../../server/src/protocol';

/** One plan with its probability; `chosen` marks the one that was followed. */
export interface PlanShare {
  readonly label: string;
  readonly score: number;
  readonly chosen: boolean;
}

const LABELS = { 'one-hop': 'one hop', 'two-hop': 'two hops', 'three-hop': 'three hops', intersection: 'intersection' } as const;

/** The plans with their probabilities, best first, and "not in the graph" among them. */
export function planShares(plan: Plan): readonly PlanShare[] {
  const names = ['one-hop', 'two-hop', 'three-hop', 'intersection'] as const;
  return [
    ...names.map((name) => ({ label: LABELS[name], score: plan.scores[name], chosen: name === plan.name })),
    { label: 'not in the graph', score: plan.none, chosen: false },
  ].sort((a, b) => b.score - a.score);
}
