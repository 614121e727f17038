import type { KnowledgeGraph } from '../../graph/knowledgeGraph';
import type { GoldEntity, Miss } from '../../protocol';
import { entityMissOf, missingEntity } from './describeEntity';
import { linkMiss } from './entityMiss';
import { goldTargets } from './goldEntities';
import type { Prediction } from './judged';

/** What is asked of the graph to compare entities. */
export type KnownEntities = Pick<KnowledgeGraph, 'nodeOf' | 'labelOf' | 'search'>;

/** Every gold entity of a question that was linked to something else, by what was sent of the mentions: no run, no search, no reason why one is no candidate. */
export function linkMisses(prediction: Prediction, gold: readonly GoldEntity[], graph: KnownEntities, question: string): Miss[] {
  return goldTargets(graph, gold).flatMap((target) => {
    if (!target.byTitle && target.nodes.length === 0) return [missingEntity(target)];
    const miss = linkMiss(prediction, target.gold, target.is);
    return miss === null ? [] : [entityMissOf(question, target, miss)];
  });
}
