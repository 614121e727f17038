import type { Relation } from '../graph/knowledgeGraph';
import type { ModelManifest } from '../model/bundle';

/** Over a graph that training did not know only near-certainty declines. */
const UNKNOWN_GRAPH = 0.05;

/**
 * The threshold for an answer where the user sets none. How often a graph lacks an answer is learned from the graph of training: over one with other relations,
 * more complete or less, P(no answer) is no more than a hint, and to decline at the bundle's own threshold would hide right answers.
 *
 * @returns a probability: a question is declined where the graph probably (1 − threshold) does not hold its answer
 */
export function declineThreshold({ residuals, calibration }: Pick<ModelManifest, 'residuals' | 'calibration'>, relations: readonly Pick<Relation, 'id' | 'label'>[]): number {
  const trained = new Map(residuals.map(({ id, label }) => [id, label]));
  return relations.some(({ id, label }) => trained.get(id) === label) ? calibration.minimumScore : Math.min(UNKNOWN_GRAPH, calibration.minimumScore);
}
