import { factTimes, type FactTimes } from './factTimes';
import type { Groups } from './groups';
import type { KnowledgeGraph } from './knowledgeGraph';
import { groupValues, type GroupValues } from './literalValue';

/** Everything that maxima, comparisons and years are taken over: the values of things, and when facts held. */
export interface KnownValues extends GroupValues {
  readonly times: FactTimes;
}

/** Reads them once; see {@link groupValues} for what it costs. */
export function knownValues(graph: KnowledgeGraph, groups: Groups): KnownValues {
  return { ...groupValues(graph, groups), times: factTimes(graph, groups) };
}
