import type { Field } from '../../answering/programs';
import type { CauseName, RelationStep } from '../../protocol';
import { goldAnswersOf, type GoldAnswers } from '../goldMatch';
import type { PredictedArm, Prediction } from './judged';
import { operationWanted, type Wanted } from './operations';
import { searchPaths, type FoundPath } from './search';

/** What went wrong after the entities were found. */
export interface AnswerMiss {
  readonly cause: CauseName;
  /** The path that was taken; empty where none is known. */
  readonly arms: readonly PredictedArm[];
  /** What should have been done with the set reached. */
  readonly operation: string | null;
  /** The path to gold that was taken, where one was: nothing is wrong with it. */
  readonly meant: FoundPath | null;
}

const TIE = 1e-6;

/** The answers tied at the top. */
export function tiedAtTop<T extends { readonly score: number }>(answers: readonly T[]): readonly T[] {
  const top = answers[0]?.score ?? 0;
  return answers.filter((answer) => answer.score >= top * (1 - TIE));
}

/** Whether a question was answered right: every answer tied at the top is gold, or nothing was answered where nothing was to be. */
export function isRight(answers: Prediction['answers'], gold: GoldAnswers): boolean {
  if (gold.none) return answers.length === 0;
  const tied = tiedAtTop(answers);
  return tied.length > 0 && tied.every((answer) => gold.is(answer));
}

/**
 * The step after the entities that went wrong, by what the graph says: the path that was taken against those that lead to gold.
 *
 * @param expected the paths that may be meant, best first; not empty
 * @param also paths that lead to gold among others: whoever took one is as right as gold
 */
export function answerMiss(field: Field, question: string, prediction: Prediction, gold: GoldAnswers, expected: readonly FoundPath[], also: readonly FoundPath[] = []): AnswerMiss {
  if (prediction.answers.length === 0) return { cause: 'declined', arms: prediction.arms, operation: null, meant: null };
  const wanted = operationWanted(field, question, prediction.answers, gold, expected);
  const { plan, arms } = prediction.arms.length > 0 ? prediction : recovered(field, prediction);
  if (wanted !== null && !serves(prediction.operation, wanted)) return { cause: 'wrong-operation', arms, operation: wanted, meant: null };
  const same = [...expected, ...also].find((path) => sameArms(field, path, arms)) ?? null;
  // The right set, and something was done with it that gold does not show.
  if (wanted === null && prediction.operation !== null && (same !== null || prediction.answers[0]?.id === '')) return { cause: 'wrong-operation', arms, operation: 'list', meant: same };
  if (same !== null || tiedAtTop(prediction.answers).some((answer) => gold.is(answer))) return { cause: 'ambiguous', arms, operation: null, meant: same };
  return { cause: pathCause(field, plan, arms, expected), arms, operation: null, meant: null };
}

/** Whether an operation gives what was wanted: a check of any kind is a truth value, the greater of two a maximum. */
function serves(operation: string | null, wanted: Wanted): boolean {
  if (operation === null) return false;
  if (wanted === 'yes-no') return operation.startsWith('check');
  return operation === wanted || (wanted === 'maximum' && operation === 'greater') || (wanted === 'minimum' && operation === 'lesser');
}

function pathCause(field: Field, plan: Prediction['plan'], arms: readonly PredictedArm[], expected: readonly FoundPath[]): CauseName {
  const alike = expected.filter((path) => path.plan === plan);
  const starts = (path: FoundPath): string => path.arms.map(({ node }) => field.graph.idOf(node)).sort().join(' ');
  const taken = arms.map(({ id }) => id).sort().join(' ');
  if (alike.length > 0) return arms.length === 0 || alike.some((path) => starts(path) === taken) ? 'wrong-relation' : 'wrong-paths';
  return plan === 'intersection' || expected[0]?.plan === 'intersection' ? 'wrong-paths' : 'wrong-hops';
}

/** A directed relation as it is shown. */
export function stepOf(field: Field, directed: number): RelationStep {
  const relation = field.graph.relations[directed >> 1];
  return { id: relation?.id ?? '', label: relation?.label ?? '', inverse: (directed & 1) === 1 };
}

function sameArms(field: Field, path: FoundPath, arms: readonly PredictedArm[]): boolean {
  const key = (id: string, relations: readonly RelationStep[]): string => `${id} ${relations.map((step) => `${step.inverse ? '^' : ''}${step.id}`).join(' ')}`;
  const wanted = path.arms.map(({ node, relations }) => key(field.graph.idOf(node), relations.map((directed) => stepOf(field, directed)))).sort();
  const taken = arms.map(({ id, relations }) => key(id, relations)).sort();
  return wanted.length === taken.length && wanted.every((one, k) => one === taken[k]);
}

/** The path that a system must have taken which does not say: the likeliest from its entities to its first answer. */
function recovered(field: Field, { mentions, answers }: Prediction): Pick<Prediction, 'plan' | 'arms'> {
  const starts = [...new Set(mentions.flatMap(({ candidates: [first] }) => (first === undefined ? [] : field.graph.nodeOf(first.id) ?? [])))];
  const key = answers[0] === undefined || answers[0].id === '' ? answers[0]?.value ?? '' : answers[0].id;
  const [found] = searchPaths(field, starts, goldAnswersOf(field.graph, [key])).paths;
  if (found === undefined) return { plan: null, arms: [] };
  return { plan: found.plan, arms: found.arms.map(({ node, relations }) => ({ id: field.graph.idOf(node), relations: relations.map((directed) => stepOf(field, directed)) })) };
}
