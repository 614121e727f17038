import type { Node } from '../graph/knowledgeGraph';
import type { PlanName } from '../protocol';
import { followOnce } from './follow';
import type { Reasoning } from './hops';
import { startOf } from './hops';
import type { Field } from './programs';
import { best } from './programs';
import { PLANS } from './plan';
import type { Resolution } from './resolution';

/** Programs of a plan that are followed to their objects, and the least probability that shows; the same when training measures. */
const FOLLOWED = 40;
const LEAST_PLAN = 1e-3;
const LEAST_PROGRAM = 1e-4;

/** An answer with its score and what carried most of it. */
export interface RankedAnswer {
  readonly node: Node;
  readonly score: number;
  readonly plan: PlanName;
  /** The chain program behind it, −1 for an intersection. */
  readonly program: number;
}

/**
 * Reads the answers out: an object's score is the probability of all programs that reach it, over all plans. Unlike the loss there is no 1/|N|: an answer is
 * not less right for having company.
 *
 * @param gate probability of each plan ({@link PLANS}), then of no answer
 * @returns all objects reached, best first; ties in the order of the graph
 */
export function readOut(field: Field, resolution: Resolution, reasoning: Reasoning, gate: readonly number[]): RankedAnswer[] {
  const total = new Map<Node, { score: number; most: number; plan: PlanName; program: number }>();
  const credit = (node: Node, share: number, plan: PlanName, program: number): void => {
    const known = total.get(node);
    if (known === undefined) total.set(node, { score: share, most: share, plan, program });
    else {
      known.score += share;
      if (share > known.most) Object.assign(known, { most: share, plan, program });
    }
  };
  for (const [k, programs] of reasoning.chains.entries()) {
    const weight = gate[k] ?? 0;
    const plan = PLANS[k];
    if (weight < LEAST_PLAN || plan === undefined) continue;
    for (const program of best(programs, FOLLOWED)) {
      const share = weight * (programs.score[program] ?? 0);
      if (share < LEAST_PROGRAM) break;
      const path = programs.relations.map((relation) => relation[program] ?? 0);
      const start = startOf(programs, resolution.nodes, program);
      for (const node of followOnce(field, reasoning.followed, start, path).frontiers.at(-1) ?? []) {
        // A longer walk that comes back to its own mention is no answer to a question about it.
        if (k === 0 || node !== start) credit(node, share, plan, program);
      }
    }
  }
  const meet = gate[PLANS.indexOf('intersection')] ?? 0;
  if (meet >= LEAST_PLAN) for (const [node, share] of intersectionShares(reasoning)) credit(node, meet * share, 'intersection', -1);
  return [...total]
    .map(([node, { score, plan, program }]) => ({ node, score: Math.min(1, score), plan, program }))
    .sort((a, b) => b.score - a.score || a.node - b.node);
}

/** Each object's share of the intersection: its surviving mass over the sum of every pair's greatest. */
function intersectionShares(reasoning: Reasoning): ReadonlyMap<Node, number> {
  const greatest = new Map<string, number>();
  const mass = new Map<Node, number>();
  for (const meeting of reasoning.met.meetings) {
    const pair = `${String(meeting.left)} ${String(meeting.right)}`;
    greatest.set(pair, Math.max(greatest.get(pair) ?? 0, meeting.mass));
    mass.set(meeting.object, (mass.get(meeting.object) ?? 0) + meeting.mass);
  }
  let whole = 0;
  for (const value of greatest.values()) whole += value;
  return new Map([...mass].map(([node, value]) => [node, whole === 0 ? 0 : value / whole]));
}
