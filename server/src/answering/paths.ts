import type { Node } from '../graph/knowledgeGraph';
import type { Hop, Path, PlanName, RelationScore, ScoredNode, Word } from '../protocol';
import { ENTITIES_SHOWN, RELATIONS_SHOWN } from '../protocol';
import { followOnce, type FollowCache } from './follow';
import type { Reasoning } from './hops';
import { SLOT, startOf } from './hops';
import { PLANS } from './plan';
import type { Field, Programs } from './programs';
import { best } from './programs';
import { shown } from './proofs';
import type { Resolution } from './resolution';

/** Programs of a span that are followed to show what each hop reaches. */
const FOLLOWED = 24;
const LEAST_SHOWN = 1e-4;

/** The path of one span under a plan: per hop its relations, what it reaches, the words it attends to and its stop weight. */
export function pathOf(
  field: Field, resolution: Resolution, reasoning: Reasoning, words: readonly Word[], span: number, plan: PlanName, gate: readonly number[],
): Path {
  const meets = plan === 'intersection';
  const programs = meets ? reasoning.meeting : reasoning.chains[PLANS.indexOf(plan)] ?? reasoning.chains[0];
  const slots: readonly number[] = meets ? SLOT.meet : [SLOT.one, SLOT.two, SLOT.three][programs.hops - 1] ?? SLOT.one;
  const mine = ofSpan(programs, resolution.spanOf, span);
  const total = mine.reduce((sum, p) => sum + (programs.score[p] ?? 0), 0);
  const reached = reachedBy(field, resolution, programs, mine, total, reasoning.followed);
  const hops = slots.map((slot, hop): Hop => {
    const relations = relationMarginals(field, programs, mine, hop, total);
    const entities = [...(reached.scores[hop] ?? [])].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
    return {
      weight: meets ? 1 : stopWeight(gate, hop),
      relations: relations.slice(0, RELATIONS_SHOWN),
      relationCount: relations.length,
      entities: entities.slice(0, ENTITIES_SHOWN).map(([node, score]): ScoredNode => shown(field, node, Math.min(1, score))),
      entityCount: entities.length,
      truncated: reached.truncated || programs.truncated,
      attention: wordAttention(resolution, words, span, slot),
    };
  });
  return { mention: span, hops };
}

/** The programs that start at a span. */
export function ofSpan(programs: Programs, spanOf: Int32Array, span: number): number[] {
  const found: number[] = [];
  for (let p = 0; p < programs.count; p++) if (spanOf[programs.candidate[p] ?? 0] === span) found.push(p);
  return found;
}

/** Probability that a chain ends after this hop, given that it came so far. */
function stopWeight(gate: readonly number[], hop: number): number {
  const left = gate.slice(hop, 3).reduce((sum, p) => sum + p, 0);
  return left === 0 ? 0 : (gate[hop] ?? 0) / left;
}

function relationMarginals(field: Field, programs: Programs, mine: readonly number[], hop: number, total: number): RelationScore[] {
  const sums = new Map<number, number>();
  for (const p of mine) {
    const directed = programs.relations[hop]?.[p] ?? 0;
    sums.set(directed, (sums.get(directed) ?? 0) + (programs.score[p] ?? 0));
  }
  return [...sums]
    .sort((a, b) => b[1] - a[1] || a[0] - b[0])
    .flatMap(([directed, score]) => {
      const relation = field.graph.relations[directed >> 1];
      return relation === undefined ? [] : [{ id: relation.id, label: relation.label, inverse: (directed & 1) === 1, score: total === 0 ? 0 : score / total }];
    });
}

function reachedBy(
  field: Field, resolution: Resolution, programs: Programs, mine: readonly number[], total: number, cache: FollowCache,
): { readonly scores: readonly Map<Node, number>[]; readonly truncated: boolean } {
  const scores = programs.relations.map(() => new Map<Node, number>());
  let truncated = false;
  const share = Float64Array.from(mine, (p) => (programs.score[p] ?? 0) / (total === 0 ? 1 : total));
  for (const k of best({ score: share, count: mine.length }, FOLLOWED)) {
    if ((share[k] ?? 0) < LEAST_SHOWN) break;
    const p = mine[k] ?? 0;
    const followed = followOnce(field, cache, startOf(programs, resolution.nodes, p), programs.relations.map((relation) => relation[p] ?? 0));
    truncated ||= followed.truncated;
    for (const [hop, frontier] of followed.frontiers.entries()) {
      for (const node of frontier) scores[hop]?.set(node, (scores[hop].get(node) ?? 0) + (share[k] ?? 0));
    }
  }
  return { scores, truncated };
}

/** Attention over tokens summed to words and normalised: the part on special tokens is left out. */
export function wordAttention(resolution: Resolution, words: readonly Word[], span: number, slot: number): number[] {
  const { tokens, heads, slots } = resolution;
  const length = tokens.ids.length;
  const sums = words.map((_, word) => {
    let sum = 0;
    for (let t = tokens.first[word] ?? 0; t >= 0 && t < (tokens.last[word] ?? 0); t++) sum += heads.attention[(span * slots + slot) * length + t] ?? 0;
    return sum;
  });
  const total = sums.reduce((sum, value) => sum + value, 0);
  return sums.map((value) => (total === 0 ? 0 : value / total));
}
