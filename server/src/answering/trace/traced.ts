import type { DirectedRelation } from '../../graph/knowledgeGraph';
import type { Explanation, PlanName, RelationStep } from '../../protocol';
import type { RankedAnswer } from '../answers';
import type { Reasoning } from '../hops';
import type { Field, Programs } from '../programs';
import type { Resolution } from '../resolution';

/** What a trace is made from: everything that was computed for a question. */
export interface Traced {
  readonly resolution: Resolution;
  readonly reasoning: Reasoning;
  /** Everything that was reached, best first; so many of it are shown as answers. */
  readonly reached: readonly RankedAnswer[];
  readonly shown: number;
  /** With all candidates of every mention. */
  readonly explanation: Explanation;
}

/** A directed relation as it is shown. */
export function stepOf(field: Field, directed: DirectedRelation): RelationStep {
  const relation = field.graph.relations[directed >> 1];
  return { id: relation?.id ?? '', label: relation?.label ?? '', inverse: (directed & 1) === 1 };
}

/** The plans with their programs, in the order of their names. */
export function plansOf({ chains, meeting }: Reasoning): readonly (readonly [PlanName, Programs])[] {
  return [['one-hop', chains[0]], ['two-hop', chains[1]], ['three-hop', chains[2]], ['intersection', meeting]];
}
