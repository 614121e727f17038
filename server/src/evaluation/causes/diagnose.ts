import type { CauseName, GoldPath, Miss, NameStanding } from '../../protocol';
import { answerMiss, isRight } from './answerMiss';
import { diagnoseTruth } from './diagnoseTruth';
import { diagnoseUnanswerable } from './diagnoseUnanswerable';
import { entityMissOf, missingEntity } from './describeEntity';
import { describeAnswer, describeMissingFact } from './describeAnswer';
import { leadMiss, linkMiss, type EntityMiss } from './entityMiss';
import { expectedPaths, shownPath, takenPath, type Expected } from './expected';
import { goldAnswersOf, type GoldAnswers } from '../goldMatch';
import { goldTargets, type GoldTarget } from './goldEntities';
import type { DiagnosisSetting, Judged, Prediction } from './judged';
import { missWithNames } from './missWithNames';
import { isTruth } from './operations';
import { Reruns } from './reruns';
import type { FoundPath } from './search';

/** Causes that another plan may put right. */
const PATH_CAUSES: readonly CauseName[] = ['wrong-relation', 'wrong-hops', 'wrong-paths', 'ambiguous'];

/**
 * The one cause of a missed question: the first step that went wrong; null where nothing did. A question with gold answers is missed where the answers at the
 * top are not gold; one with gold entities alone, where one of them was linked to something else.
 *
 * Decided by a search of the graph from the gold entities to the gold answers, and (where `setting.ask` is given) by running again with the gold entities, and
 * then the plan, given. The prediction may be ours (`predictionOf` an explanation with all candidates) or any other system's (`otherPrediction`); then nothing is
 * run again.
 *
 * @throws AbortError when the signal aborts; what `ask` throws
 */
export async function diagnoseMiss(judged: Judged, prediction: Prediction, setting: DiagnosisSetting): Promise<Miss | null> {
  const { graph } = setting.field;
  setting.signal?.throwIfAborted();
  const gold = judged.goldAnswers === null ? null : goldAnswersOf(graph, judged.goldAnswers);
  if (gold !== null && isRight(prediction.answers, gold)) return null;
  const targets = goldTargets(graph, judged.gold);
  if (gold === null && targets.length === 0) return null;
  const reruns = new Reruns(judged, setting, gold, targets);
  if (gold === null) return linkOnly(judged.question, targets, prediction, reruns);
  if (gold.given.length === 1 && isTruth(gold.given[0] ?? '')) return diagnoseTruth(judged.question, targets, prediction, gold, setting.field, reruns);
  if (gold.none) return diagnoseUnanswerable(judged.question, targets, prediction, reruns);

  const expected = await expectedPaths(judged, prediction, targets, gold, setting.field, reruns);
  if (expected === null) {
    const unknown = targets.find(({ nodes }) => nodes.length === 0);
    return unknown === undefined ? describeMissingFact(setting.field, targets, gold) : missingEntity(unknown);
  }
  return explainMiss(judged, prediction, gold, expected, setting, reruns);
}

async function linkOnly(question: string, targets: readonly GoldTarget[], prediction: Prediction, reruns: Reruns): Promise<Miss | null> {
  for (const target of targets) {
    if (target.nodes.length === 0) return missingEntity(target);
    const miss = await missWithNames((names) => linkMiss(prediction, target.gold, target.is, names), () => reruns.names(target));
    if (miss !== null) return entityMissOf(question, target, miss);
  }
  return null;
}

async function explainMiss(
  judged: Judged, prediction: Prediction, gold: GoldAnswers, { paths, targets, also }: Expected, { field }: DiagnosisSetting, reruns: Reruns,
): Promise<Miss> {
  const wrong = await entityStage(field.graph.idOf.bind(field.graph), prediction, paths, targets, reruns);
  const [best] = wrong === null ? paths : [wrong.path];
  const shown: GoldPath | null = best === undefined ? null : shownPath(field, best);
  const ids = best?.arms.map(({ node }) => field.graph.idOf(node)) ?? [];
  const fitting = wrong === null ? paths : paths.filter((path) => path === wrong.path);
  const forced = await reruns.withEntities(ids);
  if (wrong !== null) {
    const miss = entityMissOf(judged.question, wrong.target, wrong.miss);
    const then = forced === null ? null : forced.right ? 'right' as const : answerMiss(field, judged.question, forced.prediction, gold, fitting, also).cause;
    return { ...miss, expected: shown, then, evidence: reruns.evidence, message: `${miss.message}${reruns.remark(then)}` };
  }
  const found = answerMiss(field, judged.question, prediction, gold, fitting, also);
  // Alone the entities give the right answer: what came in between were paths of others.
  const miss = found.cause === 'ambiguous' && forced?.right === true ? { ...found, cause: 'wrong-paths' as const } : found;
  for (const plan of new Set(fitting.map((path) => path.plan))) {
    // Of answers that are equally right a second condition may take one out; that a longer chain ends in it is chance.
    if (miss.cause === 'ambiguous' && plan !== 'intersection') continue;
    const again = await reruns.withPlan(ids, plan);
    if (again?.right !== true) continue;
    // What a run with the plan given says goes before what the graph alone suggests, and its path is the meant one.
    const meant = takenPath(again.prediction, field) ?? shown;
    const other = plan !== prediction.plan && PATH_CAUSES.includes(miss.cause);
    const cause = !other ? miss.cause : plan === 'intersection' || prediction.plan === 'intersection' ? 'wrong-paths' : 'wrong-hops';
    return { ...describeAnswer({ ...miss, cause }, prediction, gold, meant), then: 'right', evidence: reruns.evidence };
  }
  return { ...describeAnswer(miss, prediction, gold, miss.meant === null ? shown : shownPath(field, miss.meant)), evidence: reruns.evidence };
}

/** The expected path whose entities were found; where none has all of them, what went wrong with the first entity of the best. */
async function entityStage(
  idOf: (node: number) => string, prediction: Prediction, paths: readonly FoundPath[], targets: readonly GoldTarget[], reruns: Reruns,
): Promise<{ readonly path: FoundPath; readonly target: GoldTarget; readonly miss: EntityMiss } | null> {
  const missOf = (node: number, target: GoldTarget, names: readonly NameStanding[]): EntityMiss | null => leadMiss(prediction, target.gold, ({ id }) => id === idOf(node), names);
  let first: { readonly path: FoundPath; readonly target: GoldTarget; readonly node: number } | null = null;
  for (const path of paths) {
    const wrong = path.arms.flatMap(({ node }) => {
      const target = targets.find(({ nodes }) => nodes.includes(node));
      return target === undefined || missOf(node, target, []) === null ? [] : [{ path, target, node }];
    });
    if (wrong.length === 0) return null;
    first ??= wrong[0] ?? null;
  }
  if (first === null) return null;
  const { path, target, node } = first;
  const miss = await missWithNames((names) => missOf(node, target, names), () => reruns.names(target));
  return miss === null ? null : { path, target, miss };
}
