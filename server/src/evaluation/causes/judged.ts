import type { AnswerOptions } from '../../answering/answerer';
import type { Field } from '../../answering/programs';
import type { CandidateParts, Explanation, GoldEntity, PlanName, RelationStep, ScoredNode, Span } from '../../protocol';

/** A question with what its file says of it. */
export interface Judged {
  readonly question: string;
  readonly gold: readonly GoldEntity[];
  /** Ids, literal values or labels; empty or "none": the graph does not hold the answer; null: the file gives none. */
  readonly goldAnswers: readonly string[] | null;
  /** The gold fact (subject, relation, object), where the row names one. */
  readonly triple?: readonly [string, string, string];
  /** What the answerer is told of it besides: pins and corrections. */
  readonly told?: AnswerOptions;
}

/** An entity that a system gave a span; whatever it does not tell is left out. */
export interface PredictedCandidate {
  readonly id: string;
  readonly label: string;
  readonly name?: string;
  readonly score: number;
  readonly parts?: CandidateParts;
}

/** A span with the entity that a system took it for, best first. */
export interface PredictedMention {
  readonly span: Span | null;
  readonly score: number;
  readonly candidates: readonly PredictedCandidate[];
}

/** The path from one entity that led to the answer. */
export interface PredictedArm {
  readonly id: string;
  readonly relations: readonly RelationStep[];
}

/** What a system said of a question: ours, or any other's. */
export interface Prediction {
  readonly mentions: readonly PredictedMention[];
  /** Indices of the mentions that led to the answers; empty where the system does not say: then any of them did. */
  readonly leading: readonly number[];
  readonly plan: PlanName | null;
  /** Empty where the system does not say. */
  readonly arms: readonly PredictedArm[];
  readonly answers: readonly Omit<ScoredNode, 'proofs'>[];
  /** What was done with the set reached; null: nothing but listing it, or not said. */
  readonly operation: string | null;
}

/** Answers one question: the pipeline, or a worker before it. */
export type Ask = (question: string, options: AnswerOptions) => Promise<Explanation>;

/** What a diagnosis may use. Without `ask` (another system's prediction) nothing is run again; the graph is searched all the same. */
export interface DiagnosisSetting {
  readonly field: Field;
  readonly ask: Ask | null;
  readonly signal?: AbortSignal;
}
