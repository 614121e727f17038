import type { Field } from '../../answering/programs';
import type { Miss } from '../../protocol';
import { goldAnswersOf, type GoldAnswers } from '../goldMatch';
import { entityMissOf, missingEntity, NOTHING } from './describeEntity';
import { leadingOf, linkMiss } from './entityMiss';
import { shownPath } from './expected';
import type { GoldTarget } from './goldEntities';
import type { Prediction } from './judged';
import { missWithNames } from './missWithNames';
import { isTruth } from './operations';
import type { Reruns } from './reruns';
import { searchPaths, type FoundPath } from './search';
import { named, pathWords, relationWords } from './words';

/** So many entities that lost are tried in the place of those that won. */
const MOST_TRIED = 4;

/**
 * A question whose gold answer is yes or no. Nothing leads to a truth value: the entities are looked at first, then whether the graph holds a fact between them,
 * and only then which one was checked.
 */
export async function diagnoseTruth(
  question: string, targets: readonly GoldTarget[], prediction: Prediction, gold: GoldAnswers, field: Field, reruns: Reruns,
): Promise<Miss> {
  const unknown = targets.find(({ nodes }) => nodes.length === 0);
  if (unknown !== undefined) return missingEntity(unknown);
  for (const target of targets) {
    const miss = await missWithNames((names) => linkMiss(prediction, target.gold, target.is, names), () => reruns.names(target));
    if (miss === null) continue;
    const told = entityMissOf(question, target, miss);
    const again = await reruns.withEntities(idsOf(field, pairOf(field, targets, prediction)));
    const then = again === null ? null : again.right ? 'right' as const : (await checked(again.prediction, targets, gold, field, reruns)).cause;
    return { ...told, then, evidence: reruns.evidence, message: `${told.message}${reruns.remark(then)}` };
  }
  const lost = await lostEntity(question, targets, prediction, gold, field, reruns);
  return lost ?? { ...await checked(prediction, targets, gold, field, reruns), evidence: reruns.evidence };
}

/** What went wrong behind the entities: nothing to find, nothing checked, or the wrong thing. */
async function checked(prediction: Prediction, targets: readonly GoldTarget[], gold: GoldAnswers, field: Field, reruns: Reruns): Promise<Miss> {
  const said = gold.given[0] ?? '';
  const [answer] = prediction.answers;
  if (answer !== undefined && (answer.id !== '' || !isTruth(answer.value ?? answer.label))) {
    return { ...NOTHING, cause: 'wrong-operation', message: `Answered ${named(answer.id, answer.label)}, where the question asks whether something is so: the results should have been checked (${said}).` };
  }
  const pair = pairOf(field, targets, prediction);
  const best = isYes(said) ? linkOf(field, pair) : null;
  const expected = best === null ? null : shownPath(field, best);
  const to = expected === null ? '' : ` To ${reachedBy(field, pair, best)} leads: ${pathWords(expected)}.`;
  const never = pair.map((node) => named(field.graph.idOf(node), field.graph.labelOf(node))).join(' and ');
  if (isYes(said) && best === null) {
    return { ...NOTHING, cause: 'fact-missing', message: `No fact of the graph links ${pair.length > 1 ? never : `${never === '' ? 'what the question names' : never} with anything else that the question names`}, so that it cannot tell that this is so.` };
  }
  if (best !== null && best.plan !== 'one-hop') {
    // Over two hops nearly everything is linked: it is believed where running again says the same.
    const again = await reruns.withPlan(idsOf(field, pair), best.plan);
    if (again?.right !== true) return { ...NOTHING, cause: 'fact-missing', message: `No single fact of the graph links ${never}, and no chain that was tried tells that this is so.` };
    return { ...NOTHING, cause: 'wrong-hops', expected, then: 'right', message: `Said ${answer?.label ?? 'nothing'}, and it is ${said}: a longer chain should have been checked.${to}` };
  }
  if (answer === undefined) return { ...NOTHING, cause: 'declined', expected, message: `No answer was given; it is ${said}.${to}` };
  const arms = prediction.arms.filter(({ relations }) => relations.length > 0).map(({ id, relations }) => `${relationWords(relations)} from ${named(id, field.graph.labelOf(field.graph.nodeOf(id) ?? -1))}`);
  const done = arms.length === 0 ? '' : ` It looked at ${arms.join(' and ')}.`;
  if (isYes(said)) return { ...NOTHING, cause: 'wrong-relation', expected, message: `Said ${answer.label}, and it is ${said}: another relation was checked than the one that is asked.${done}${to}` };
  return { ...NOTHING, cause: 'wrong-relation', message: `Said ${answer.label}, and it is ${said}: the graph holds what was checked, so that another relation is asked, or gold is at odds with the graph.${done}` };
}

/** An entity that nobody marked and that lost: a fact links it with one of the others, and with it given the answer is right. */
async function lostEntity(question: string, targets: readonly GoldTarget[], prediction: Prediction, gold: GoldAnswers, field: Field, reruns: Reruns): Promise<Miss | null> {
  const { graph } = field;
  const pair = pairOf(field, targets, prediction);
  if (!isYes(gold.given[0] ?? '') || linkOf(field, pair)?.plan === 'one-hop') return null;
  const marked = new Set(targets.flatMap(({ nodes }) => nodes));
  let tried = 0;
  for (const { span, candidates } of [...prediction.mentions].sort((a, b) => b.score - a.score)) {
    // What is marked was linked as the file says.
    if (candidates[0] === undefined || marked.has(graph.nodeOf(candidates[0].id) ?? -1)) continue;
    for (const { id } of candidates.slice(1)) {
      const node = graph.nodeOf(id);
      const partner = node === undefined ? undefined : pair.find((other) => graph.idOf(other) !== candidates[0]?.id && linkOf(field, [other, node], 1) !== null);
      if (node === undefined || partner === undefined) continue;
      if (tried++ >= MOST_TRIED) return null;
      const again = await reruns.withEntities(idsOf(field, [partner, node]));
      if (again?.right !== true) continue;
      const target: GoldTarget = { gold: { id, label: graph.labelOf(node), span }, nodes: [node], byTitle: false, label: graph.labelOf(node), is: (candidate) => candidate.id === id };
      const miss = linkMiss(prediction, target.gold, target.is);
      if (miss === null) continue;
      const told = entityMissOf(question, target, miss);
      return { ...told, then: 'right', evidence: reruns.evidence, message: `${told.message}${reruns.remark('right')}` };
    }
  }
  return null;
}

const isYes = (said: string): boolean => /^(?:true|yes)$/i.test(said);

/** What the question is about: the marked entities; where there is one at most, with those that led to the answer and those of the other words. */
function pairOf({ graph }: Field, targets: readonly GoldTarget[], prediction: Prediction): number[] {
  const marked = [...new Set(targets.flatMap(({ nodes }) => nodes))];
  if (marked.length > 1) return marked;
  const winners = (mentions: Prediction['mentions']): number[] => mentions.flatMap(({ candidates: [first] }) => (first === undefined ? [] : graph.nodeOf(first.id) ?? []));
  const surest = [...prediction.mentions].sort((a, b) => b.score - a.score).slice(0, 2);
  const all = [...new Set([...marked, ...winners(leadingOf(prediction).slice(0, 2)), ...winners(surest)])];
  return all.slice(0, 2);
}

const idsOf = ({ graph }: Field, nodes: readonly number[]): string[] => nodes.map((node) => graph.idOf(node));

/** The shortest path between two of some entities; null where nothing leads from one to another. */
function linkOf(field: Field, nodes: readonly number[], mostHops = 2): FoundPath | null {
  const found = nodes.flatMap((node) => {
    const others = nodes.filter((other) => other !== node);
    return others.length === 0 ? [] : searchPaths(field, [node], goldAnswersOf(field.graph, idsOf(field, others)), mostHops).paths.filter(({ plan }) => plan !== 'intersection');
  });
  return found.sort((a, b) => (a.arms[0]?.relations.length ?? 0) - (b.arms[0]?.relations.length ?? 0) || b.f1 - a.f1)[0] ?? null;
}

function reachedBy({ graph }: Field, pair: readonly number[], path: FoundPath | null): string {
  return pair.filter((node) => node !== path?.arms[0]?.node).map((node) => named(graph.idOf(node), graph.labelOf(node))).join(' and ');
}

