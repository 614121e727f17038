import type { KnowledgeGraph } from '../graph/knowledgeGraph';
import type { Explanation, ForcedRelation, PlanName, Span, TraceRequest } from '../protocol';

/** A mention that the file fixes: offsets in the question text, id in the graph. */
export interface Pin extends Span {
  readonly id: string;
}

/** A name of an entity that the graph does not know. */
export interface Alias {
  readonly text: string;
  readonly id: string;
}

/** What a question may be asked with. */
export interface AnswerOptions {
  readonly pins?: readonly Pin[];
  /** Spans of the question that name no entity (NIL); spans inside them go too. */
  readonly noEntity?: readonly Span[];
  /** Spans of the question that are one mention each, in the place of those that they overlap. */
  readonly mentions?: readonly Span[];
  /** Further names of entities. */
  readonly aliases?: readonly Alias[];
  /** Aborting rejects with an AbortError; work not yet begun is dropped. */
  readonly signal?: AbortSignal;
  /** The plan is given instead of chosen: for measuring, and for "what if". */
  readonly forcedPlan?: PlanName;
  /** Relations that are given at their hops, for "what if". Ids must be the graph's. */
  readonly forcedRelations?: readonly ForcedRelation[];
  /** The minimum is switched off: for measuring. */
  readonly noIntersection?: boolean;
  /** What the paths reach is only listed, no operation is done: for measuring. */
  readonly noOperations?: boolean;
  /** Send every candidate of every mention, not only the best: for measuring recall. */
  readonly allCandidates?: boolean;
  /** Only these entities are candidates (the gold-entity condition of the papers). */
  readonly onlyEntities?: readonly string[];
  /** Also tell what lies between question and answer; every candidate is sent then. */
  readonly trace?: TraceRequest;
}

/** Answers questions over one graph with one model, off the calling thread. */
export interface Answerer {
  readonly graph: KnowledgeGraph;
  readonly modelName: string;
  answer(question: string, options?: AnswerOptions): Promise<Explanation>;
  close(): Promise<void>;
}
