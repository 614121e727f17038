import type { Field } from '../../answering/programs';
import type { Node } from '../../graph/knowledgeGraph';
import type { GoldPath } from '../../protocol';
import { stepOf } from './answerMiss';
import { leadingOf } from './entityMiss';
import type { GoldAnswers } from '../goldMatch';
import type { GoldTarget } from './goldEntities';
import type { Judged, Prediction } from './judged';
import { countedPaths } from './operations';
import type { Reruns } from './reruns';
import { amongOthers, nearBest, searchPaths, valueOf, type FoundPath } from './search';

/** The paths that may have been meant, best first, and the entities that they start from. */
export interface Expected {
  readonly paths: readonly FoundPath[];
  readonly targets: readonly GoldTarget[];
  /** Paths that lead to gold among others. */
  readonly also: readonly FoundPath[];
}

/** Without gold entities: candidates that are looked at, and paths that are tried by running again. */
const MOST_STARTS = 40;
const MOST_TRIED = 4;
/** A path from an entity that nobody marked must fit gold so well to be taken for the meant one. */
const FITS = 0.3;
/** One from the entity that was taken that fits so well is the meant one; otherwise another entity's must fit so much better, and give gold when it is run. */
const SURELY = 0.9;
const BETTER = 0.1;

/** The paths of the graph that lead from the gold entities to the gold answers; null where there is none. Where the file marks no entities, from those that the words may name. */
export async function expectedPaths(judged: Judged, prediction: Prediction, targets: readonly GoldTarget[], gold: GoldAnswers, field: Field, reruns: Reruns): Promise<Expected | null> {
  const named = factPath(judged, field, gold);
  if (named !== null) return { paths: [named], also: [], targets: withStart(field, targets, named.arms[0]?.node ?? 0) };
  if (targets.length > 0) {
    const starts = [...new Set(targets.flatMap(({ nodes }) => nodes))];
    const { paths, also } = meantPaths(judged.question, prediction, starts, gold, field);
    return paths.length === 0 ? null : { paths, also, targets };
  }
  return unmarked(judged, prediction, gold, field, reruns);
}

/** The gold fact that the row names, where the graph holds it. */
function factPath({ triple, gold: entities }: Judged, field: Field, gold: GoldAnswers): FoundPath | null {
  if (triple === undefined) return null;
  const [subject, property, object] = triple;
  const relation = field.graph.relationOf(property);
  const from = entities[0]?.id ?? subject;
  const node = field.graph.nodeOf(from);
  if (relation === undefined || node === undefined) return null;
  const directed = 2 * relation + (from === object && from !== subject ? 1 : 0);
  const found = searchPaths(field, [node], gold, 1).paths.find(({ arms }) => arms[0]?.relations[0] === directed);
  return found ?? null;
}

async function unmarked(judged: Judged, prediction: Prediction, gold: GoldAnswers, field: Field, reruns: Reruns): Promise<Expected | null> {
  const { graph } = field;
  const winners = leadingOf(prediction).flatMap(({ candidates: [first] }) => (first === undefined ? [] : graph.nodeOf(first.id) ?? []));
  const { paths: own, also } = meantPaths(judged.question, prediction, winners, gold, field);
  const taken: Expected = { paths: own, also, targets: winners.flatMap((node) => withStart(field, [], node)) };
  const [best] = own;
  if (best !== undefined && (valueOf(best) >= SURELY || best.f1 === 0)) return taken;
  const others = prediction.mentions
    .flatMap(({ score, candidates }) => candidates.map((candidate) => ({ id: candidate.id, score: score * candidate.score })))
    .sort((a, b) => b.score - a.score);
  const nodes = [...new Set(others.flatMap(({ id }) => graph.nodeOf(id) ?? []))].slice(0, MOST_STARTS);
  const paths = searchPaths(field, nodes, gold, 2).paths.filter((path) => valueOf(path) >= Math.max(FITS, best === undefined ? 0 : valueOf(best) + BETTER));
  const as = (path: FoundPath): Expected => ({ paths: [path], also: [], targets: path.arms.flatMap(({ node }) => withStart(field, [], node)) });
  for (const path of paths.slice(0, MOST_TRIED)) {
    const again = await reruns.withEntities(path.arms.map(({ node }) => graph.idOf(node)));
    if (again?.right === true) return as(path);
  }
  if (taken.paths.length > 0) return taken;
  return paths[0] === undefined ? null : as(paths[0]);
}

/** Paths to gold: for a number that is asked for with "how many", first those whose results are so many. */
function meantPaths(question: string, prediction: Prediction, starts: readonly Node[], gold: GoldAnswers, field: Field): Pick<Expected, 'paths' | 'also'> {
  const counted = countedPaths(field, question, starts, gold, prediction);
  if (counted !== null) return { paths: counted, also: [] };
  const { paths } = searchPaths(field, starts, gold);
  return { paths: nearBest(paths), also: amongOthers(paths) };
}

/** The targets, with one for a node that none of them is. */
function withStart({ graph }: Field, targets: readonly GoldTarget[], node: Node): GoldTarget[] {
  if (targets.some(({ nodes }) => nodes.includes(node))) return [...targets];
  const [id, label] = [graph.idOf(node), graph.labelOf(node)];
  return [...targets, { gold: { id, label, span: null }, nodes: [node], byTitle: false, label, is: (candidate) => candidate.id === id }];
}

/** The path that a run took, as it is told; null where it has none. */
export function takenPath({ plan, arms, answers }: Prediction, { graph }: Field): GoldPath | null {
  if (plan === null || arms.length === 0) return null;
  return { plan, f1: 1, reaches: answers.length, arms: arms.map(({ id, relations }) => ({ id, label: graph.labelOf(graph.nodeOf(id) ?? -1), relations })) };
}

/** A path as it is told. */
export function shownPath(field: Field, { plan, arms, f1, reaches }: FoundPath): GoldPath {
  return { plan, f1, reaches, arms: arms.map(({ node, relations }) => ({ id: field.graph.idOf(node), label: field.graph.labelOf(node), relations: relations.map((directed) => stepOf(field, directed)) })) };
}
