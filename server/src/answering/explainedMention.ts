import type { Candidate, CandidateParts, Mention } from '../protocol';
import type { Computed } from './computed';
import { SLOT } from './hops';
import type { Possible } from './mentions';
import { ofSpan } from './paths';
import { PLANS } from './plan';
import type { Field, Programs } from './programs';
import type { Resolution } from './resolution';
import { relationScore } from './resolution';

/** A candidate whose path misses the meeting keeps this part of its probability. */
const MISSES = 0.02;

/** A span as the panel and the hovers show it, its candidates best first. `score`: of the span; `carrier`: the candidate whose path carries the leading answer; −1 where none is known. */
export function mentionOf(field: Field, computed: Computed, span: number, score: number, carrier: number, leads: boolean): Mention {
  const { resolution, reasoning, leading, words } = computed;
  const spotted = resolution.spans[span];
  const meets = leads && leading?.plan === 'intersection';
  const programs: Programs = meets ? reasoning.meeting : (leads && leading !== undefined ? reasoning.chains[PLANS.indexOf(leading.plan)] : undefined) ?? reasoning.chains[0];
  const sums = new Map<number, number>();
  const mine = ofSpan(programs, resolution.spanOf, span);
  for (const p of mine) sums.set(programs.candidate[p] ?? 0, (sums.get(programs.candidate[p] ?? 0) ?? 0) + (programs.score[p] ?? 0));
  if (meets || (leads && leading?.outcome !== undefined)) {
    // What the path's mixture became once the paths met or were compared: the candidate that carries the answer keeps its mass.
    for (const [candidate, value] of sums) sums.set(candidate, candidate === carrier ? value : value * MISSES);
  }
  const total = [...sums.values()].reduce((sum, value) => sum + value, 0);
  const first = resolution.spanOf.indexOf(span);
  const slot = meets ? SLOT.meet[0] : programs.hops === 1 ? SLOT.one[0] : programs.hops === 2 ? SLOT.two[0] : SLOT.three[0];
  const candidates = (spotted?.candidates ?? [])
    .map((possible, k) => ({ possible, index: first + k, score: total === 0 ? 0 : (sums.get(first + k) ?? 0) / total }))
    .sort((a, b) => b.score - a.score || a.possible.node - b.possible.node);
  const start = words[spotted?.firstWord ?? 0]?.start ?? 0;
  const end = words[(spotted?.lastWord ?? 1) - 1]?.end ?? start;
  return {
    start,
    end,
    text: computed.question.slice(start, end),
    score,
    candidates: candidates.slice(0, computed.candidatesShown).map(({ possible, index, score }) => candidateOf(field, resolution, programs, possible, index, score, slot)),
    candidateCount: candidates.length,
  };
}

/** Per span the probability that the answer's path starts there (takes part, where paths meet), over all plans. */
export function spanScores({ resolution, reasoning, gate }: Computed): number[] {
  const scores = new Float64Array(resolution.spans.length);
  for (const [k, programs] of reasoning.chains.entries()) {
    const parts = new Float64Array(scores.length);
    for (let p = 0; p < programs.count; p++) {
      const span = resolution.spanOf[programs.candidate[p] ?? 0] ?? 0;
      parts[span] = (parts[span] ?? 0) + (programs.score[p] ?? 0);
    }
    for (const [span, part] of parts.entries()) scores[span] = (scores[span] ?? 0) + (gate[k] ?? 0) * part;
  }
  const meets = new Float64Array(scores.length);
  let all = 0;
  for (const { mass, spans } of reasoning.met.meetings) {
    all += mass;
    for (const span of spans) meets[span] = (meets[span] ?? 0) + mass;
  }
  const intersection = gate[PLANS.indexOf('intersection')] ?? 0;
  return Array.from(scores, (score, span) => Math.min(1, score + (all === 0 ? 0 : (intersection * (meets[span] ?? 0)) / all)));
}

function candidateOf(field: Field, resolution: Resolution, programs: Programs, possible: Possible, index: number, score: number, slot: number): Candidate {
  const entity = field.graph.entity(possible.node);
  const types = entity.types.map((type) => field.graph.labelOf(type));
  return {
    id: entity.id, label: entity.label, description: entity.description,
    // Occupations say more of a person than "human", which comes first in the graph.
    types: (types.length > 1 && types[0] === 'human' ? types.slice(1) : types).slice(0, 5),
    match: possible.match, name: entity.aliases[possible.nameIndex - 1] ?? entity.label, score,
    parts: partsOf(resolution, programs, index, slot),
  };
}

function partsOf(resolution: Resolution, programs: Programs, index: number, slot: number): CandidateParts {
  let top = -Infinity;
  const scores: number[] = [];
  const seen = new Set<number>();
  for (let p = 0; p < programs.count; p++) {
    const directed = programs.relations[0]?.[p] ?? 0;
    if (programs.candidate[p] !== index || seen.has(directed)) continue;
    seen.add(directed);
    const score = relationScore(resolution, index, slot, directed);
    scores.push(score);
    top = Math.max(top, score);
  }
  const relation = scores.length === 0 ? -30 : top + Math.log(scores.reduce((sum, value) => sum + Math.exp(value - top), 0));
  const { heads } = resolution;
  return { name: heads.name[index] ?? 0, fit: heads.fit[index] ?? 0, relation, prior: heads.prior[index] ?? 0 };
}
