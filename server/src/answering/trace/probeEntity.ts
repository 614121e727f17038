import type { Node } from '../../graph/knowledgeGraph';
import type { Candidacy, Candidate, EntityProbe, NameStanding, Reached, Standing } from '../../protocol';
import { followOnce } from '../follow';
import { startOf } from '../hops';
import { PLANS } from '../plan';
import { best, type Field } from '../programs';
import type { Traced } from './traced';

/** Programs of each plan that are followed to see whether they reach the entity; as many as are read out (answers.ts). */
const FOLLOWED = 40;

/** An entity's way through the stages; `traced` is null where none was reached. The mentions of the explanation must hold all their candidates. */
export function probeEntity(field: Field, node: Node, names: readonly NameStanding[], traced: Traced | null): EntityProbe {
  const { graph } = field;
  const base = { kind: 'entity' as const, id: graph.idOf(node), label: graph.labelOf(node), names };
  if (traced === null) return { ...base, candidacies: [], reached: [], meeting: [], answer: null };
  const { explanation, reasoning, reached } = traced;
  const meeting = [...(reasoning.met.reach.get(node) ?? [])].map(([mention, score]) => ({ mention, score })).sort((a, b) => b.score - a.score);
  const rank = reached.findIndex((answer) => answer.node === node);
  const candidacies = explanation.mentions.flatMap((mention, at): Candidacy[] => {
    const own = standing(mention.candidates, base.id);
    const winner = standing(mention.candidates, mention.candidates[0]?.id ?? '');
    return own === undefined || winner === undefined ? [] : [{ mention: at, of: mention.candidateCount, own, winner }];
  });
  return {
    ...base, candidacies, reached: reachedBy(field, node, traced), meeting,
    answer: rank < 0 ? null : { rank: rank + 1, of: reached.length, score: reached[rank]?.score ?? 0, shown: rank < traced.shown },
  };
}

function standing(candidates: readonly Candidate[], id: string): Standing | undefined {
  const at = candidates.findIndex((candidate) => candidate.id === id);
  const found = candidates[at];
  return found === undefined ? undefined : { id, label: found.label, rank: at + 1, score: found.score, parts: found.parts };
}

/** Per chain plan, the probability of the programs that are on the node after each hop. */
function reachedBy(field: Field, node: Node, { resolution, reasoning }: Traced): Reached[] {
  return reasoning.chains.map((programs, k) => {
    const hops = programs.relations.map(() => 0);
    for (const p of best(programs, FOLLOWED)) {
      const { frontiers } = followOnce(field, reasoning.followed, startOf(programs, resolution.nodes, p), programs.relations.map((relation) => relation[p] ?? 0));
      for (const [hop, frontier] of frontiers.entries()) if (frontier.includes(node)) hops[hop] = (hops[hop] ?? 0) + (programs.score[p] ?? 0);
    }
    return { plan: PLANS[k] ?? 'one-hop', hops };
  });
}
