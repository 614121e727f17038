import { groupOf } from '../graph/groups';
import type { ForcedRelation, Word } from '../protocol';
import { SLOT } from './hops';
import type { Reader, Resolution } from './resolution';

/** What another relation's raw score falls to: a plan without a better program counts as impossible (plan.ts), and its probability is 0. */
const OUT = -2e4;

/** Slots of each chain plan and of the intersection, in the order of their hops. */
const PLANS: readonly (readonly number[])[] = [SLOT.one, SLOT.two, SLOT.three, SLOT.meet];

/**
 * The resolution with relations given: at their hops every other relation is out of the running, in every plan, and a plan that has no such hop is out altogether.
 * Everything after it (programs, intersection, plan, answers) follows from the scores as always.
 */
export function forceRelations(
  { graph, groups }: Pick<Reader, 'graph' | 'groups'>, words: readonly Word[], resolution: Resolution | null, forced: readonly ForcedRelation[] = [],
): Resolution | null {
  if (resolution === null || forced.length === 0) return resolution;
  const { heads, slots, directedCount } = resolution;
  const relation = Float32Array.from(heads.relation);
  const meet = Float32Array.from(heads.meet);
  for (const one of forced) {
    const wanted = 2 * (graph.relationOf(one.id) ?? -1) + (one.inverse ? 1 : 0);
    for (const span of spansOf(one, words, resolution)) {
      for (const plan of PLANS) {
        const slot = plan[one.hop - 1];
        // A plan that ends before this hop cannot carry it: nothing is left of its first hop.
        const from = (span * slots + (slot ?? plan[0] ?? 0)) * directedCount;
        for (let directed = 0; directed < directedCount; directed++) if (slot === undefined || directed !== wanted) relation[from + directed] = OUT;
      }
      // A path that meets others is normalised within its span: one that cannot follow the relation must not take part.
      const can = one.hop === 1 && resolution.nodes.some((node, k) => resolution.spanOf[k] === span && groupOf(groups, node, wanted) >= 0);
      if (!can) meet[span] = OUT;
    }
  }
  return { ...resolution, heads: { ...heads, relation, meet } };
}

/** The spans that a force is about. */
function spansOf({ mention }: ForcedRelation, words: readonly Word[], { spans }: Resolution): number[] {
  return spans.flatMap(({ firstWord, lastWord }, k) => {
    const about = mention === undefined || words.slice(firstWord, lastWord).some((word) => word.start < mention.end && mention.start < word.end);
    return about ? [k] : [];
  });
}
