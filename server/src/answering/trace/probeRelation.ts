import type { DirectedRelation } from '../../graph/knowledgeGraph';
import type { RelationProbe, RelationStanding } from '../../protocol';
import { SLOT } from '../hops';
import { best, type Field, type Programs } from '../programs';
import { relationScore } from '../resolution';
import { plansOf, stepOf, type Traced } from './traced';

const SLOTS: Readonly<Record<string, readonly number[]>> = { 'one-hop': SLOT.one, 'two-hop': SLOT.two, 'three-hop': SLOT.three, intersection: SLOT.meet };

/** A directed relation's way through the hops of every plan. */
export function probeRelation(field: Field, directed: DirectedRelation, { resolution, reasoning }: Traced): RelationProbe {
  const { id, label, inverse } = stepOf(field, directed);
  const hops = plansOf(reasoning).flatMap(([plan, programs]) => programs.relations.flatMap((_, hop): RelationStanding[] => {
    const [lead] = best(programs, 1);
    if (lead === undefined) return [];
    const slot = SLOTS[plan]?.[hop] ?? 0;
    const asked = (relation: DirectedRelation): number => relationScore(resolution, programs.candidate[lead] ?? 0, slot, relation);
    const own = asked(directed);
    let above = 0;
    for (let other = 0; other < resolution.directedCount; other++) if (asked(other) > own) above++;
    const shares = sharesOf(programs, hop);
    const total = [...shares.values()].reduce((sum, { score }) => sum + score, 0);
    const sorted = [...shares].sort((a, b) => b[1].score - a[1].score || a[0] - b[0]);
    const [winner, most] = sorted[0] ?? [directed, { score: 0, programs: 0 }];
    const mine = shares.get(directed);
    return [{
      plan, hop: hop + 1, asked: own, askedRank: above + 1, programs: mine?.programs ?? 0, score: (mine?.score ?? 0) / (total === 0 ? 1 : total),
      rank: sorted.findIndex(([relation]) => relation === directed) + 1, of: sorted.length,
      winner: { ...stepOf(field, winner), score: most.score / (total === 0 ? 1 : total), asked: asked(winner) },
    }];
  }));
  return { kind: 'relation', id, label, inverse, hops };
}

/** Probability and number of programs by the relation that they follow at a hop. */
function sharesOf(programs: Programs, hop: number): Map<DirectedRelation, { score: number; programs: number }> {
  const shares = new Map<DirectedRelation, { score: number; programs: number }>();
  for (let p = 0; p < programs.count; p++) {
    const relation = programs.relations[hop]?.[p] ?? 0;
    const known = shares.get(relation);
    if (known === undefined) shares.set(relation, { score: programs.score[p] ?? 0, programs: 1 });
    else {
      known.score += programs.score[p] ?? 0;
      known.programs++;
    }
  }
  return shares;
}
