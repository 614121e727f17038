import type { Field } from '../../answering/programs';
import { followPath } from '../../answering/follow';
import type { Node } from '../../graph/knowledgeGraph';
import type { GoldAnswers } from '../goldMatch';
import type { Prediction } from './judged';
import { searchPaths, type FoundPath } from './search';
import { singledOut } from './singledOut';

const BOOLEAN = /^(?:true|false|yes|no)$/i;
const NUMBER = /^\+?\d+$/;
const HOW_MANY = /\bhow many\b|\bnumber of\b|\bcount\b/i;

/** What gold shows that should have been done with a set. */
export type Wanted = 'yes-no' | 'count' | 'maximum' | 'minimum' | 'in-year';

/**
 * What should have been done with a set, where gold shows that it was not simply listed. Decided by what the graph holds, with the question's words: a truth
 * value; the size of the set; the members that an extreme or a year singles out.
 */
export function operationWanted(field: Field, question: string, answers: Prediction['answers'], gold: GoldAnswers, expected: readonly FoundPath[]): Wanted | null {
  const [first = ''] = gold.given;
  if (gold.given.length === 1 && isTruth(first)) return 'yes-no';
  if (gold.given.length === 1 && NUMBER.test(first) && HOW_MANY.test(question) && expected.every((path) => path.f1 === 0)) return 'count';
  const [best] = expected;
  return best === undefined ? null : singledOut(field, question, answers, gold, best);
}

/** Whether a gold answer is a truth value. */
export function isTruth(answer: string): boolean {
  return BOOLEAN.test(answer);
}

/**
 * What was to be counted, where the question asks how many and gold is a number: the path that was taken, where its results are so many; else a literal of
 * that value; else any relation of the entities with so many objects.
 *
 * @returns null where nothing is to be counted; the paths have an F1 of 0, because gold is not among what they reach
 */
export function countedPaths(field: Field, question: string, starts: readonly Node[], gold: GoldAnswers, prediction: Prediction): readonly FoundPath[] | null {
  const [first = ''] = gold.given;
  if (gold.given.length !== 1 || !NUMBER.test(first) || !HOW_MANY.test(question)) return null;
  const taken = takenSet(field, prediction);
  if (taken !== null && taken.reaches === Number(first)) return [taken];
  const literals = searchPaths(field, starts, gold, 1).paths;
  return literals.length > 0 ? literals : withSize(field, starts, Number(first));
}

/** The chain that a prediction followed, with the number of its results. */
function takenSet(field: Field, { plan, arms }: Prediction): FoundPath | null {
  const [arm] = arms;
  const node = field.graph.nodeOf(arm?.id ?? '');
  if (arm === undefined || arms.length > 1 || plan === null || node === undefined) return null;
  const relations = arm.relations.flatMap(({ id, inverse }) => {
    const relation = field.graph.relationOf(id);
    return relation === undefined ? [] : [2 * relation + (inverse ? 1 : 0)];
  });
  return { plan, arms: [{ node, relations }], f1: 0, reaches: followPath(field, node, relations).frontiers.at(-1)?.length ?? 0 };
}

function withSize({ groups }: Field, starts: readonly Node[], size: number): FoundPath[] {
  return starts.flatMap((node) => {
    const found: FoundPath[] = [];
    for (let group = groups.nodeGroup[node] ?? 0; group < (groups.nodeGroup[node + 1] ?? 0); group++) {
      if ((groups.start[group + 1] ?? 0) - (groups.start[group] ?? 0) === size) found.push({ plan: 'one-hop', arms: [{ node, relations: [groups.relation[group] ?? 0] }], f1: 0, reaches: size });
    }
    return found;
  });
}
