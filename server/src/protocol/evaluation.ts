import type { CauseName } from './causes';
import type { PlanName } from './parts';
import type { ScoredNode } from './scoredNode';
import type { Span } from './span';

/** How a question came out: `tied` where gold is among answers of one and the same score, `unjudged` where the file gives no gold answers, `failed` where it could not be answered. */
export type Verdict = 'right' | 'tied' | 'wrong' | 'unjudged' | 'failed';

/** A mention as it was linked, for the annotations: offsets in the QUESTION. */
export interface LinkedMention extends Span {
  readonly text: string;
  readonly id: string;
  readonly label: string;
  readonly score: number;
}

/** One question of an evaluation. Kept for every question, so that two runs can be set side by side. */
export interface QuestionRow {
  /** Index in the file. */
  readonly index: number;
  /** The file's own id of the question; empty without one. */
  readonly id: string;
  readonly text: string;
  /** Where it stands in the document, in UTF-16 units. */
  readonly range: Span;
  readonly complexity: string;
  readonly verdict: Verdict;
  readonly gold: readonly { readonly id: string; readonly label: string }[];
  readonly goldAnswers: readonly string[] | null;
  /** Best first, at most {@link ANSWERS_KEPT}; `answerCount` counts all. */
  readonly answers: readonly ScoredNode[];
  readonly answerCount: number;
  readonly mentions: readonly LinkedMention[];
  /** Null where the file gives no gold answers. Ties in expectation. */
  readonly hits1: number | null;
  readonly hits1Strict: number | null;
  readonly f1: number | null;
  /** Gold entities that the graph holds, and how many of them are candidates. */
  readonly recall: { readonly found: number; readonly of: number };
  readonly entityRight: boolean | null;
  /** Null where the row names no gold fact. */
  readonly relationRight: boolean | null;
  /** The same question with the gold entities given; null where that was not asked. */
  readonly given: { readonly hits1: number; readonly hits1Strict: number } | null;
  /** What the control that never reads the question scores; null where the row names no gold fact. */
  readonly control: number | null;
  /** The gold entity has many relations, so that a guess seldom hits. */
  readonly hard: boolean;
  /** Some gold answer is in the graph. */
  readonly answerable: boolean;
  /** Null for another system's predictions, or where no mention leads anywhere. */
  readonly plan: PlanName | null;
  /** What was done with the set that was reached; null: it was listed. */
  readonly operation: string | null;
  readonly cause: CauseName | null;
  /** What went wrong, in words; or why the question could not be answered. */
  readonly message: string;
  readonly millis: number;
}

export const ANSWERS_KEPT = 5;

/** Where a row is listed: under its cause, and where it has none under its verdict. */
export type RowGroup = CauseName | Verdict;

/** Measures over some of the questions; `n` are those with gold answers. */
export interface GroupMeasures {
  readonly name: string;
  readonly n: number;
  readonly hits1: number;
  readonly hits1Strict: number;
  readonly f1: number;
  /** Hits@1 with the gold entities given, over those of the group that have any in the graph; null without. */
  readonly goldEntity: number | null;
}

/** Questions whose top answer had a score in [`from`, `to`): how sure it was on average, and how often it was right. */
export interface ConfidenceBin {
  readonly from: number;
  readonly to: number;
  readonly n: number;
  readonly score: number;
  readonly right: number;
}

/** What an evaluation was made of and on. */
export interface RunAbout {
  /** Name of the file, and of its split where its name says one ("dev"); empty otherwise. */
  readonly file: string;
  readonly split: string;
  readonly format: string;
  readonly date: string;
  /** HopLens, and its commit where it runs in its repository. */
  readonly version: string;
  readonly commit: string;
  /** Model and graph; for another system's predictions, the file that they came from. */
  readonly model: string;
  readonly graph: string;
  readonly machine: string;
  readonly node: string;
  /** What was set for all questions, in words; empty for nothing. */
  readonly setting: string;
}

/** Results over a file. Every question with gold answers counts in every denominator that does not say otherwise; null: nothing to measure it on. */
export interface EvaluationReport {
  /** Questions run, and those among them with gold answers ("no answer" included): the denominator of Hits@1 and F1. */
  readonly n: number;
  readonly judged: number;
  readonly failed: number;
  /** Questions with at least one gold answer in the graph. */
  readonly answerable: number;
  /** Gold entities of the graph that are candidates of some span. */
  readonly mentionRecall: number | null;
  /** Questions where a gold entity is the winner of a mention on a leading path. */
  readonly entityAccuracy: number | null;
  /** Questions with a gold fact whose first relation is right. */
  readonly relationAccuracy: number | null;
  /** Ties in expectation; where the row names the gold fact, any object of its entity and relation is gold. */
  readonly hits1: number;
  readonly hits1Strict: number;
  readonly f1: number;
  /** Only the questions that have an answer. */
  readonly withAnswer: GroupMeasures;
  /** "No answer" as a class of its own: `n` questions have it by gold, `declined` were given no answer. */
  readonly noAnswer: { readonly n: number; readonly declined: number; readonly precision: number | null; readonly recall: number | null };
  readonly hard: { readonly n: number; readonly hits1: number | null };
  readonly control: { readonly hits1: number | null; readonly hard: number | null };
  /** With the gold entities given; `own` is Hits@1 over the same questions without, `gap` what is lost by that. */
  readonly goldEntity: { readonly n: number; readonly hits1: number | null; readonly hits1Strict: number | null; readonly own: number | null; readonly gap: number | null };
  readonly plans: Readonly<Record<string, number>>;
  readonly byComplexity: readonly GroupMeasures[];
  readonly byPlan: readonly GroupMeasures[];
  readonly byOperation: readonly GroupMeasures[];
  /** Misses by cause, most first; empty where no cause was looked for. */
  readonly byCause: readonly { readonly cause: CauseName; readonly n: number }[];
  /** Ten bins of the top answer's score over the judged questions with an answer; `error`: expected calibration error (Guo et al. 2017). */
  readonly confidence: { readonly n: number; readonly bins: readonly ConfidenceBin[]; readonly error: number | null };
  readonly millis: { readonly p50: number; readonly p99: number };
}

/** A run: what it was made of, what came out, and every question of it. This is what `--report` writes and `--compare` reads. */
export interface EvaluationRun {
  readonly hoplensEvaluation: 1;
  readonly about: RunAbout;
  readonly report: EvaluationReport;
  readonly rows: readonly QuestionRow[];
}

/** How a question changed from one run to another: `changed` has another top answer and is as right or wrong as before. */
export type Change = 'fixed' | 'broken' | 'changed' | 'same';

/** A question in two runs. */
export interface ComparedRow {
  readonly change: Change;
  readonly before: QuestionRow;
  readonly after: QuestionRow;
}

/** Two runs side by side. */
export interface Comparison {
  readonly before: RunAbout;
  readonly after: RunAbout;
  readonly counts: Readonly<Record<Change, number>>;
  /** Questions that only one of the runs has. */
  readonly added: number;
  readonly removed: number;
  /** Over the questions that both have. */
  readonly n: number;
  readonly hits1: { readonly before: number; readonly after: number };
  readonly f1: { readonly before: number; readonly after: number };
  /** Probability of so many more fixed than broken (or the other way round) by chance: exact sign test, two-sided (McNemar). */
  readonly chance: number;
  /** Fixed, broken and changed, in the order of the file. */
  readonly rows: readonly ComparedRow[];
}
