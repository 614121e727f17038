import type { Miss } from '../../protocol';
import { tiedAtTop } from './answerMiss';
import { entityMissOf, NOTHING } from './describeEntity';
import { leadMiss } from './entityMiss';
import type { GoldTarget } from './goldEntities';
import type { Prediction } from './judged';
import { missWithNames } from './missWithNames';
import type { Reruns } from './reruns';
import { named, pathWords } from './words';

/** A question that was answered though gold says that there is no answer: for a wrong entity, where with the gold one none is given, else for itself. */
export async function diagnoseUnanswerable(question: string, targets: readonly GoldTarget[], prediction: Prediction, reruns: Reruns): Promise<Miss> {
  const known = targets.filter(({ nodes }) => nodes.length > 0);
  const [target] = known;
  if (target !== undefined && known.every((one) => leadMiss(prediction, one.gold, one.is, []) !== null)) {
    const miss = await missWithNames((names) => leadMiss(prediction, target.gold, target.is, names), () => reruns.names(target));
    const again = await reruns.withEntities(known.map(({ gold }) => gold.id));
    if (miss !== null && again?.right !== false) {
      const then = again === null ? null : 'right' as const;
      const told = entityMissOf(question, target, miss);
      return { ...told, then, evidence: reruns.evidence, message: `${told.message}${then === null ? '' : ' With it given, no answer is given, as gold says.'}` };
    }
  }
  const tied = tiedAtTop(prediction.answers);
  const [top] = tied;
  const labelled = prediction.arms.map((arm) => ({ ...arm, label: prediction.mentions.flatMap(({ candidates }) => candidates).find(({ id }) => id === arm.id)?.label ?? arm.id }));
  const path = labelled.length === 0 ? '' : ` It followed ${pathWords({ arms: labelled })}.`;
  return {
    ...NOTHING, cause: 'answered-anyway', evidence: reruns.evidence,
    message: `Answered ${top === undefined ? '' : named(top.id, top.label)}${tied.length > 1 ? ` and ${String(tied.length - 1)} more` : ''}, though gold says that there is no answer.${path} It should have declined.`,
  };
}
