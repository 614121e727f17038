import type { Node } from '../graph/knowledgeGraph';
import { OPERATION_NAMES, type PlanName } from '../protocol';
import { followOnce } from './follow';
import type { Reasoning } from './hops';
import { startOf } from './hops';
import type { Operated, Outcome } from './operations';
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
  /** −1 where the answer is a value that no node holds: a count, yes or no. */
  readonly node: Node;
  readonly score: number;
  /** The plan behind it; for an operation that of the set it was done with. */
  readonly plan: PlanName;
  /** The chain program behind it, −1 for an intersection or an operation. */
  readonly program: number;
  /** The operation's result behind it; undefined where the paths' objects are listed as they are. */
  readonly outcome?: Outcome;
}

/** What carries an answer: one for all that a program or an operation gives. */
type Carrier = Omit<RankedAnswer, 'node' | 'score'>;

/** Adds up what each answer is given and keeps what gave it most. */
class Ranking {
  readonly #total = new Map<Node | string, { readonly node: Node; score: number; most: number; carrier: Carrier }>();

  credit(key: Node | string, node: Node, share: number, carrier: Carrier): void {
    const known = this.#total.get(key);
    if (known === undefined) {
      this.#total.set(key, { node, score: share, most: share, carrier });
      return;
    }
    known.score += share;
    if (share > known.most) {
      known.most = share;
      known.carrier = carrier;
    }
  }

  /** Those with at least this part of the greatest score, best first. */
  best(part: number): RankedAnswer[] {
    let greatest = 0;
    for (const { score } of this.#total.values()) greatest = Math.max(greatest, Math.min(1, score));
    const kept: RankedAnswer[] = [];
    for (const { node, score, carrier } of this.#total.values()) if (Math.min(1, score) >= part * greatest) kept.push({ ...carrier, node, score: Math.min(1, score) });
    return kept.sort((a, b) => b.score - a.score || a.node - b.node);
  }
}

/**
 * Step 6, answers: an object's score is the probability of all programs that reach it, over all plans, and of all operations that give it. Unlike the loss there
 * is no 1/|N|: an answer is not less right for having company.
 *
 * @param gate probability of each plan ({@link PLANS}), then of no answer
 * @param part answers with less than this part of the best one's score are left out; 0 leaves out none
 * @returns what was reached, best first; ties in the order of the graph
 */
export function readOut(field: Field, resolution: Resolution, reasoning: Reasoning, gate: readonly number[], operated: Operated, part: number): RankedAnswer[] {
  const ranking = new Ranking();
  const listed = operated.choice[0] ?? 1;
  for (const [k, programs] of reasoning.chains.entries()) {
    const weight = listed * (gate[k] ?? 0);
    const plan = PLANS[k];
    if (weight < LEAST_PLAN || plan === undefined) continue;
    for (const program of best(programs, FOLLOWED)) {
      const share = weight * (programs.score[program] ?? 0);
      if (share < LEAST_PROGRAM) break;
      const path = programs.relations.map((relation) => relation[program] ?? 0);
      const start = startOf(programs, resolution.nodes, program);
      const carrier: Carrier = { plan, program };
      const reached = followOnce(field, reasoning.followed, start, path).frontiers.at(-1) ?? [];
      for (const node of reached) {
        // A longer walk that comes back to its own mention is no answer to a question about it, unless it leads to nothing else.
        if (k === 0 || node !== start || reached.length === 1) ranking.credit(node, node, share, carrier);
      }
    }
  }
  const meet = listed * (gate[PLANS.indexOf('intersection')] ?? 0);
  const met: Carrier = { plan: 'intersection', program: -1 };
  if (meet >= LEAST_PLAN) for (const [node, share] of intersectionShares(reasoning)) ranking.credit(node, node, meet * share, met);
  for (const outcome of operated.outcomes) {
    const share = (operated.choice[OPERATION_NAMES.indexOf(outcome.operation)] ?? 0) * outcome.share;
    if (share < LEAST_PROGRAM) continue;
    ranking.credit(outcome.node < 0 ? outcome.value : outcome.node, outcome.node, share, { plan: planOf(outcome), program: -1, outcome });
  }
  return ranking.best(part);
}

function planOf({ basis }: Outcome): PlanName {
  if (basis.kind === 'difference') return 'intersection';
  return basis.kind === 'comparison' ? 'one-hop' : basis.set.plan;
}

/** Each object's share of the intersection: its surviving mass over the sum of the greatest of every set of spans. */
function intersectionShares(reasoning: Reasoning): ReadonlyMap<Node, number> {
  const greatest = new Map<string, number>();
  const mass = new Map<Node, number>();
  for (const meeting of reasoning.met.meetings) {
    const set = meeting.spans.join(' ');
    greatest.set(set, Math.max(greatest.get(set) ?? 0, meeting.mass));
    mass.set(meeting.object, (mass.get(meeting.object) ?? 0) + meeting.mass);
  }
  let whole = 0;
  for (const value of greatest.values()) whole += value;
  return new Map([...mass].map(([node, value]) => [node, whole === 0 ? 0 : value / whole]));
}
