import type { CandidateParts, PlanName } from './parts';
import type { Span } from './span';

/**
 * What lies between a question and its answer, on demand: numbers that no panel needs all the time. Asked for by the stage documents, by "Why not …?" and by
 * the diagnosis of misses.
 */
export interface Trace {
  readonly tokens: readonly TraceToken[];
  /** In the order of {@link Explanation.mentions}. */
  readonly spans: readonly TraceSpan[];
  /** What the words alone say of the plans (logits), in the order one hop, two hops, three hops, intersection. */
  readonly planText: readonly number[];
  /** How well each plan fits the graph, in that order: best raw score, and probability of the best program or greatest minimum. */
  readonly fit: readonly { readonly best: number | null; readonly sure: number }[];
  /** How much better the asked relation would score if the leading entity had it (raw). */
  readonly regret: number;
  readonly programs: readonly TracePlan[];
  readonly followed: readonly TraceFollow[];
  /** One for each id of {@link TraceRequest.about}, in its order. */
  readonly probes: readonly Probe[];
}

/** Asks for a {@link Trace}. */
export interface TraceRequest {
  /** Ids of entities or relations whose way through the stages is wanted. */
  readonly about: readonly string[];
}

/** A token as the model reads it; `word` is −1 for the marks at both ends. */
export interface TraceToken {
  readonly id: number;
  readonly text: string;
  readonly word: number;
}

/** A span with the model's raw scores: that a path starts here, and that it takes part in an intersection. */
export interface TraceSpan extends Span {
  readonly text: string;
  readonly starts: number;
  readonly takesPart: number;
  readonly candidates: number;
}

/** A relation with its direction. */
export interface RelationStep {
  readonly id: string;
  readonly label: string;
  readonly inverse: boolean;
}

/** A path that exists: from an entity over relations, with its probability within its plan (within its span, for an intersection). */
export interface TraceProgram {
  readonly mention: number;
  readonly id: string;
  readonly label: string;
  readonly relations: readonly RelationStep[];
  readonly score: number;
}

/** The programs of one plan, best first; `count` is the number listed, `truncated` says that a limit cut the list. */
export interface TracePlan {
  readonly name: PlanName;
  readonly count: number;
  readonly truncated: boolean;
  readonly best: readonly TraceProgram[];
}

/** A path that was followed: how many nodes it reached after each hop. */
export interface TraceFollow {
  readonly id: string;
  readonly label: string;
  readonly relations: readonly RelationStep[];
  readonly reached: readonly number[];
  readonly truncated: boolean;
}

/**
 * What became of one name of an entity among the words of the question: a candidate; cut by the cap on candidates of a span; filtered by the limits on names of
 * one everyday or embedded word; its span dropped (grammar alone, or too many spans); only some of its words are there; none is.
 */
export type NameFate = 'candidate' | 'cut' | 'filtered' | 'span dropped' | 'some words' | 'no words';

/** A name of an entity against the words of a question. */
export interface NameStanding {
  readonly name: string;
  readonly fate: NameFate;
  /** Where its words stand in the question; null where they do not all stand together. */
  readonly span: Span | null;
  /** Entities that bear this very name, and this one's place among them by links, from 1; 0 where the lexicon does not hold it. */
  readonly bearers: number;
  readonly place: number;
  /** In words, with the numbers. */
  readonly why: string;
}

/** An entity as a candidate of a mention: probability and raw parts. */
export interface Standing {
  readonly id: string;
  readonly label: string;
  /** Rank among the candidates from 1. */
  readonly rank: number;
  readonly score: number;
  readonly parts: CandidateParts;
}

/** An entity's candidacy in one mention, beside the winner's. */
export interface Candidacy {
  readonly mention: number;
  readonly of: number;
  readonly own: Standing;
  readonly winner: Standing;
}

/** Probability, over all programs of a plan that were followed, that a node is reached after each hop. */
export interface Reached {
  readonly plan: PlanName;
  readonly hops: readonly number[];
}

/** An entity's way through the stages. */
export interface EntityProbe {
  readonly kind: 'entity';
  readonly id: string;
  readonly label: string;
  readonly names: readonly NameStanding[];
  readonly candidacies: readonly Candidacy[];
  readonly reached: readonly Reached[];
  /** y of each span that reaches it in one hop: what the intersection takes the minimum of. */
  readonly meeting: readonly { readonly mention: number; readonly score: number }[];
  /** Among everything that was reached, from 1; null where it was not. `shown`: it is one of the answers. */
  readonly answer: { readonly rank: number; readonly of: number; readonly score: number; readonly shown: boolean } | null;
}

/** A relation at one hop of a plan. */
export interface RelationStanding {
  readonly plan: PlanName;
  /** From 1. */
  readonly hop: number;
  /** What the words say of it here (raw), for the leading mention's span, and its rank among all relations of the graph. */
  readonly asked: number;
  readonly askedRank: number;
  /** Programs that follow it at this hop; 0: nothing on the frontier has it. */
  readonly programs: number;
  /** Share of the plan's probability that follows it at this hop, and its rank among the relations that exist there. */
  readonly score: number;
  readonly rank: number;
  readonly of: number;
  readonly winner: RelationStep & { readonly score: number; readonly asked: number };
}

/** A relation's way through the stages, one direction. */
export interface RelationProbe {
  readonly kind: 'relation';
  readonly id: string;
  readonly label: string;
  readonly inverse: boolean;
  readonly hops: readonly RelationStanding[];
}

/** The graph holds nothing with this id. */
export interface UnknownProbe {
  readonly kind: 'unknown';
  readonly id: string;
}

export type Probe = EntityProbe | RelationProbe | UnknownProbe;
