import type { Results, SetResult } from './shape';

/** A set with one Hits@1 and nothing else of note: for tests. */
export function setWith(hits1: number, over: Partial<SetResult> = {}): SetResult {
  const group = { name: '', n: 10, hits1, hits1Strict: hits1, f1: hits1, goldEntity: null };
  const declined = { n: 0, at: [] };
  return {
    file: '', split: '', what: '',
    report: {
      n: 10, judged: 10, failed: 0, answerable: 10, mentionRecall: 1, entityAccuracy: 1, relationAccuracy: null, hits1, hits1Strict: hits1, f1: hits1,
      withAnswer: group, noAnswer: { n: 0, declined: 0, precision: null, recall: null }, hard: { n: 0, hits1: null }, control: { hits1: null, hard: null },
      goldEntity: { n: 10, hits1, hits1Strict: hits1, own: hits1, gap: 0 }, plans: {}, byComplexity: [], byPlan: [], byOperation: [], byCause: [],
      confidence: { n: 10, bins: [{ from: 0.9, to: 1, n: 10, score: 1, right: 0.99 }], error: 0.01 }, millis: { p50: 1, p99: 2 },
    },
    linked: { n: 10, own: hits1, given: hits1 }, operations: {}, operationChosen: [], planGiven: null, noIntersection: null, declined: { unanswerable: declined, answerable: declined }, ...over,
  };
}

/** Results over the given sets: for tests. */
export function resultsWith(sets: Results['sets']): Results {
  return {
    commit: 'abc', changed: [], date: '2026-01-01', machine: 'm', load: 0, node: '20', model: 'f', modelName: 'n', trainedOn: [], graph: '', minimumScore: 0.4, threads: 1, runs: [], sets,
    pooled: { millis: { n: 10, p50: 6, p99: 12 } }, fp32: {}, traces: [], bench: [], notes: [],
  };
}
