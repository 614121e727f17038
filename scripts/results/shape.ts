import { z } from 'zod';

const share = z.number().nullable();
const counts = z.record(z.string(), z.number());

/** Measures over some questions of a set, as {@link EvaluationReport} has them. */
const group = z.object({ name: z.string(), n: z.number(), hits1: z.number(), hits1Strict: z.number(), f1: z.number(), goldEntity: share });

/** What is kept of an evaluation: every number and no question. */
export const reportSchema = z.object({
  n: z.number(), judged: z.number(), failed: z.number(), answerable: z.number(),
  mentionRecall: share, entityAccuracy: share, relationAccuracy: share, hits1: z.number(), hits1Strict: z.number(), f1: z.number(),
  withAnswer: group,
  noAnswer: z.object({ n: z.number(), declined: z.number(), precision: share, recall: share }),
  hard: z.object({ n: z.number(), hits1: share }), control: z.object({ hits1: share, hard: share }),
  goldEntity: z.object({ n: z.number(), hits1: share, hits1Strict: share, own: share, gap: share }),
  plans: counts, byComplexity: z.array(group), byPlan: z.array(group), byOperation: z.array(group),
  byCause: z.array(z.object({ cause: z.string(), n: z.number() })),
  confidence: z.object({ n: z.number(), bins: z.array(z.object({ from: z.number(), to: z.number(), n: z.number(), score: z.number(), right: z.number() })), error: share }),
  millis: z.object({ p50: z.number(), p99: z.number() }),
});
export type Report = z.infer<typeof reportSchema>;

/** At each threshold, how many of `n` questions were given no answer. */
const declined = z.object({ n: z.number(), at: z.array(z.object({ threshold: z.number(), declined: z.number() })) });
export type Declined = z.infer<typeof declined>;

const set = z.object({
  file: z.string(), split: z.string(), what: z.string(), report: reportSchema,
  /** Over the questions whose gold entities are all candidates: Hits@1 as answered, and with the gold entities given. */
  linked: z.object({ n: z.number(), own: share, given: share }),
  operations: counts,
  /** By the set's own kinds of operation: how often the one that is asked for was used; empty where the set does not say. */
  operationChosen: z.array(z.object({ kind: z.string(), n: z.number(), right: z.number() })),
  planGiven: share, noIntersection: share,
  declined: z.object({ unanswerable: declined, answerable: declined }),
});
export type SetResult = z.infer<typeof set>;

/** What is read of hoplens_training.report. */
export const fp32Schema = z.record(z.string(), z.object({ endToEnd: z.object({ hits1: share, hits1Strict: share }) }));

/** How far the bundle's probabilities are from PyTorch's over some questions: the greatest difference of any, the mean of each question's greatest, and the questions within 0.01. */
const traces = z.object({ what: z.string(), n: z.number(), greatest: z.number(), mean: z.number(), within: z.number() });
export type TraceDifference = z.infer<typeof traces>;

/** One run of training: its bundle's fingerprint and the headline numbers (shares). */
const seedRun = z.object({ name: z.string(), model: z.string(), numbers: z.record(z.string(), share) });
export type SeedRun = z.infer<typeof seedRun>;

/** `docs/results.json`: what `docs/results.md` is rendered from. */
export const resultsSchema = z.object({
  commit: z.string(), changed: z.array(z.string()), date: z.string(), machine: z.string(), load: z.number(), node: z.string(),
  model: z.string(), modelName: z.string(), trainedOn: z.array(z.string()), graph: z.string(), minimumScore: z.number(),
  /** Threads that the model's products were shared by. */
  threads: z.number().default(1),
  /** Other runs of the last step of training, which differ by their seed alone. */
  runs: z.array(seedRun).default([]),
  sets: z.record(z.string(), set),
  pooled: z.object({ millis: z.object({ n: z.number(), p50: z.number(), p99: z.number() }) }),
  fp32: fp32Schema, traces: z.array(traces), bench: z.array(z.string()),
  /** What a reader must know of this one run. */
  notes: z.array(z.string()).default([]),
});
export type Results = z.infer<typeof resultsSchema>;

const cell = z.union([z.string(), z.number(), z.null()]);
const table = z.object({ title: z.string(), note: z.string().default(''), columns: z.array(z.string()), rows: z.array(z.array(cell)) });
export type PlainTable = z.infer<typeof table>;

/**
 * `docs/results-other.json` and `docs/results-peers.json`: tables of other runs, rendered as they are. `aims` gives numbers (shares, 0 … 1) for the table of
 * aims, by the names in aims.ts ("metaqa fine-tuned": [1 hop, 2 hops, 3 hops]).
 */
export const tablesSchema = z.union([
  z.object({ tables: z.array(table), aims: z.record(z.string(), z.array(share)).default({}) }),
  z.array(table).transform((tables): { tables: PlainTable[]; aims: Record<string, (number | null)[]> } => ({ tables, aims: {} })),
]);
export type Tables = z.infer<typeof tablesSchema>;
