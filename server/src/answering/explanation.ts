import type { Answer, Explanation, Plan } from '../protocol';
import type { RankedAnswer } from './answers';
import { carriersOf } from './carriers';
import type { Computed } from './computed';
import { mentionOf, spanScores } from './explainedMention';
import { intersectionOf } from './intersectionTrace';
import { comparedPath, operationOf, operationProofs, valueShown } from './operationTrace';
import { pathOf } from './paths';
import { PLANS } from './plan';
import type { Field } from './programs';
import { proofsOf, shown } from './proofs';
import { summarise } from './summary';

const ANSWERS_SHOWN = 50;

/** Step 7, explanation: the numbers of the steps before, as the panel and the hovers show them. Nothing is computed anew by the model. */
export function explain(field: Field, computed: Computed, millis: Explanation['millis']): Explanation {
  const { resolution, reasoning, gate, leading, words } = computed;
  const plan: Plan | null = leading === undefined ? null : { name: leading.plan, scores: planScores(gate), none: gate[PLANS.length] ?? 0 };
  const carriers = leading === undefined ? new Map<number, number>() : carriersOf(field, computed, leading);
  const spans = [...carriers.keys()];
  const scores = spanScores(computed);
  const mentions = resolution.spans.map((_, span) => mentionOf(field, computed, span, scores[span] ?? 0, carriers.get(span) ?? -1, carriers.has(span)));
  const basis = leading?.outcome?.basis;
  const paths = plan === null ? [] : spans.map((span) => (basis?.kind === 'comparison' ? comparedPath(field, computed, span, basis.comparison) : pathOf(field, resolution, reasoning, words, span, plan.name, gate)));
  const intersection = plan?.name === 'intersection' ? intersectionOf(field, reasoning, spans) : null;
  const answers = computed.answers.slice(0, ANSWERS_SHOWN).map((answer) => answerOf(field, computed, answer, spans));
  const explanation = { question: computed.question, words, mentions, plan, paths, intersection, operation: operationOf(field, computed), answers, millis };
  return { ...explanation, summary: summarise(explanation) };
}

function planScores(gate: readonly number[]): Plan['scores'] {
  return { 'one-hop': gate[0] ?? 0, 'two-hop': gate[1] ?? 0, 'three-hop': gate[2] ?? 0, intersection: gate[3] ?? 0 };
}

function answerOf(field: Field, { resolution, reasoning }: Computed, answer: RankedAnswer, spans: readonly number[]): Answer {
  const { outcome } = answer;
  if (outcome === undefined) return { ...shown(field, answer.node, answer.score), proofs: proofsOf(field, resolution, reasoning, answer, spans) };
  const node = outcome.node < 0 ? valueShown(outcome.value, answer.score) : shown(field, answer.node, answer.score);
  return { ...node, proofs: operationProofs(field, resolution, reasoning, outcome) };
}
