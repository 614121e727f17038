import type { GoldPath, Span } from '../../protocol';
import type { PredictedArm } from './judged';

/** An entity for people: "Tom Hanks (Q2263)". */
export function named(id: string, label: string): string {
  return id === '' || id === label ? label : label === '' ? id : `${label} (${id})`;
}

/** A probability in words, never rounded to certainty. */
export function scoreWords(score: number): string {
  if (score < 1 && score >= 0.995) return '>0.99';
  return score > 0 && score < 0.005 ? '<0.01' : score.toFixed(2);
}

/** A path from an entity: "performer backwards, then place of birth". */
export function relationWords(relations: PredictedArm['relations']): string {
  return relations.map(({ label, inverse }) => (inverse ? `${label} backwards` : label)).join(', then ');
}

/** A whole path: "author, then place of birth from Hamlet (Q41567)". */
export function pathWords({ arms }: Pick<GoldPath, 'arms'>): string {
  return arms.map(({ id, label, relations }) => `${relationWords(relations)} from ${named(id, label)}`).join(' meeting ');
}

/** The words of a question in a span, in quotation marks. */
export function quoted(question: string, { start, end }: Span): string {
  return `“${question.slice(start, end)}”`;
}
