import type { Answer, Candidate, CandidateParts, Explanation, Intersection, IntersectionRow, Mention, Plan, Word } from '../protocol';
import { ROWS_SHOWN } from '../protocol';
import type { RankedAnswer } from './answers';
import type { Reasoning } from './hops';
import { SLOT } from './hops';
import type { Possible } from './mentions';
import { ofSpan, pathOf } from './paths';
import { PLANS } from './plan';
import type { Field, Programs } from './programs';
import { carrier, proofsOf, shown } from './proofs';
import type { Resolution } from './resolution';
import { relationScore } from './resolution';
import { summarise } from './summary';

/** Everything that was computed for one question. */
export interface Computed {
  readonly question: string;
  readonly words: readonly Word[];
  readonly resolution: Resolution;
  readonly reasoning: Reasoning;
  /** Probability of each plan, then of no answer. */
  readonly gate: readonly number[];
  /** Answers that are shown, best first. */
  readonly answers: readonly RankedAnswer[];
  /** The best of all that was reached, shown or not: it says which plan is explained. */
  readonly leading: RankedAnswer | undefined;
  /** Candidates shown of each mention. */
  readonly candidatesShown: number;
}

const ANSWERS_SHOWN = 50;
/** A span takes part in the intersection where it carries this share of the leading answer's mass. */
const TAKES_PART = 0.1;
/** A candidate whose path misses the meeting keeps this part of its probability. */
const MISSES = 0.02;

/** Step 6, explanation: the numbers of the steps before, as the panel and the hovers show them. Nothing is computed anew by the model. */
export function explain(field: Field, computed: Computed, millis: Explanation['millis']): Explanation {
  const { resolution, reasoning, gate, leading, words } = computed;
  const plan: Plan | null = leading === undefined ? null : { name: leading.plan, scores: planScores(gate), none: gate[PLANS.length] ?? 0 };
  const spans = leading === undefined ? [] : spansOf(computed, leading);
  const mentions = resolution.spans.map((_, span) => mentionOf(field, computed, span, spans.includes(span)));
  const paths = plan === null ? [] : spans.map((span) => pathOf(field, resolution, reasoning, words, span, plan.name, gate));
  const intersection = plan?.name === 'intersection' ? intersectionOf(field, reasoning, spans) : null;
  const answers = computed.answers.slice(0, ANSWERS_SHOWN).map((answer): Answer => ({
    ...shown(field, answer.node, answer.score),
    proofs: proofsOf(field, resolution, reasoning, answer, spans),
  }));
  const explanation = { question: computed.question, words, mentions, plan, paths, intersection, answers, millis };
  return { ...explanation, summary: summarise(explanation) };
}

function planScores(gate: readonly number[]): Plan['scores'] {
  return { 'one-hop': gate[0] ?? 0, 'two-hop': gate[1] ?? 0, 'three-hop': gate[2] ?? 0, intersection: gate[3] ?? 0 };
}

/** The spans that carry the leading answer: one for a chain, two or more where paths meet. */
function spansOf({ resolution, reasoning }: Computed, leading: RankedAnswer): number[] {
  if (leading.plan !== 'intersection') {
    const programs = reasoning.chains[PLANS.indexOf(leading.plan)];
    return [resolution.spanOf[programs?.candidate[leading.program] ?? 0] ?? 0];
  }
  const mass = new Map<number, number>();
  let total = 0;
  for (const meeting of reasoning.met.meetings) {
    if (meeting.object !== leading.node) continue;
    total += meeting.mass;
    for (const span of [meeting.left, meeting.right]) mass.set(span, (mass.get(span) ?? 0) + meeting.mass);
  }
  // Overlapping spans take turns in the pairs; of two that overlap the heavier one is shown.
  const chosen: number[] = [];
  for (const [span, value] of [...mass].sort((a, b) => b[1] - a[1])) {
    const place = resolution.places[span];
    const free = chosen.every((other) => {
      const taken = resolution.places[other];
      return place !== undefined && taken !== undefined && (taken.to <= place.from || place.to <= taken.from);
    });
    if (free && value >= TAKES_PART * total) chosen.push(span);
  }
  return chosen.sort((a, b) => (resolution.places[a]?.from ?? 0) - (resolution.places[b]?.from ?? 0));
}

function mentionOf(field: Field, computed: Computed, span: number, leads: boolean): Mention {
  const { resolution, reasoning, gate, leading, words } = computed;
  const spotted = resolution.spans[span];
  const meets = leads && leading?.plan === 'intersection';
  const programs: Programs = meets ? reasoning.meeting : (leads && leading !== undefined ? reasoning.chains[PLANS.indexOf(leading.plan)] : undefined) ?? reasoning.chains[0];
  const sums = new Map<number, number>();
  const mine = ofSpan(programs, resolution.spanOf, span);
  for (const p of mine) sums.set(programs.candidate[p] ?? 0, (sums.get(programs.candidate[p] ?? 0) ?? 0) + (programs.score[p] ?? 0));
  if (meets) {
    // What the path's mixture became once the paths met: candidates that reach the answer keep their mass.
    const top = carrier(field, resolution, reasoning, span, leading.node);
    const winner = top < 0 ? -1 : programs.candidate[top];
    for (const [candidate, value] of sums) sums.set(candidate, candidate === winner ? value : value * MISSES);
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
    score: spanScore(resolution, reasoning, gate, span),
    candidates: candidates.slice(0, computed.candidatesShown).map(({ possible, index, score }) => candidateOf(field, resolution, programs, possible, index, score, slot)),
    candidateCount: candidates.length,
  };
}

/** Probability that the answer's path starts at a span (takes part, where paths meet), over all plans. */
function spanScore(resolution: Resolution, reasoning: Reasoning, gate: readonly number[], span: number): number {
  let score = 0;
  for (const [k, programs] of reasoning.chains.entries()) {
    let part = 0;
    for (let p = 0; p < programs.count; p++) if (resolution.spanOf[programs.candidate[p] ?? 0] === span) part += programs.score[p] ?? 0;
    score += (gate[k] ?? 0) * part;
  }
  let mine = 0;
  let all = 0;
  for (const meeting of reasoning.met.meetings) {
    all += meeting.mass;
    if (meeting.left === span || meeting.right === span) mine += meeting.mass;
  }
  return Math.min(1, score + (all === 0 ? 0 : ((gate[PLANS.indexOf('intersection')] ?? 0) * mine) / all));
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

function intersectionOf(field: Field, reasoning: Reasoning, spans: readonly number[]): Intersection {
  const rows: IntersectionRow[] = [];
  let rowCount = 0;
  const all: { readonly node: number; readonly scores: number[]; readonly minimum: number }[] = [];
  for (const [node, reach] of reasoning.met.reach) {
    const scores = spans.map((span) => reach.get(span) ?? 0);
    if (Math.max(...scores) < 0.01) continue;
    rowCount++;
    all.push({ node, scores, minimum: Math.min(...scores) });
  }
  all.sort((a, b) => b.minimum - a.minimum || Math.max(...b.scores) - Math.max(...a.scores) || a.node - b.node);
  for (const { node, scores, minimum } of all.slice(0, ROWS_SHOWN)) rows.push({ ...shown(field, node, minimum), scores, minimum });
  return { paths: spans.map((_, k) => k), rows, rowCount };
}
