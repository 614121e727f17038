import type { Field } from '../../answering/programs';
import type { Miss } from '../../protocol';
import { entityMissOf, missingEntity, NOTHING } from './describeEntity';
import { linkMiss } from './entityMiss';
import type { GoldAnswers } from '../goldMatch';
import type { GoldTarget } from './goldEntities';
import type { Prediction } from './judged';
import { missWithNames } from './missWithNames';
import { isTruth } from './operations';
import type { Reruns } from './reruns';
import { named } from './words';

/** A question whose gold answer is yes or no: nothing leads to a truth value, so that the entities and the facts between them are looked at. */
export async function diagnoseTruth(
  question: string, targets: readonly GoldTarget[], prediction: Prediction, gold: GoldAnswers, field: Field, reruns: Reruns,
): Promise<Miss> {
  const unknown = targets.find(({ nodes }) => nodes.length === 0);
  if (unknown !== undefined) return missingEntity(unknown);
  const said = gold.given[0] ?? '';
  const [answer] = prediction.answers;
  if (answer === undefined) return { ...NOTHING, cause: 'declined', message: `No answer was given; it is ${said}.` };
  if (answer.id !== '' || !isTruth(answer.value ?? answer.label)) {
    return { ...NOTHING, cause: 'wrong-operation', message: `Answered ${named(answer.id, answer.label)}, where the question asks whether something is so: the results should have been checked (${said}).` };
  }
  for (const target of targets) {
    const miss = await missWithNames((names) => linkMiss(prediction, target.gold, target.is, names), () => reruns.names(target));
    if (miss === null) continue;
    const again = await reruns.withEntities(targets.flatMap(({ nodes }) => nodes.map((node) => field.graph.idOf(node))));
    const told = entityMissOf(question, target, miss);
    return { ...told, then: again?.right === true ? 'right' : null, evidence: reruns.evidence };
  }
  const linked = targets.some((one) => targets.some((other) => one !== other && areLinked(field, one, other)));
  if (/^(?:true|yes)$/i.test(said) && !linked) return { ...NOTHING, cause: 'fact-missing', message: `No fact of the graph links ${targets.map(({ gold: one, label }) => named(one.id, label)).join(' and ')}, so that it cannot tell that this is so.` };
  return { ...NOTHING, cause: 'wrong-relation', message: `Said ${answer.label}, and it is ${said}: another relation between ${targets.map(({ label }) => label).join(' and ')} was checked than the one that is asked.` };
}

function areLinked({ graph }: Field, one: GoldTarget, other: GoldTarget): boolean {
  return one.nodes.some((node) => graph.edgeNode.subarray(graph.rowStart[node] ?? 0, graph.rowStart[node + 1] ?? 0).some((object) => other.nodes.includes(object)));
}
