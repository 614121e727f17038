import type { CandidateParts, PlanName } from './parts';
import type { Operation } from './operation';
import type { ScoredNode } from './scoredNode';
import type { Span } from './span';
import type { Trace } from './trace';

/** How a surface form met a name in the lexicon; from the surest to the least sure. */
export type MatchKind = 'pinned' | 'label' | 'alias' | 'variant' | 'typo' | 'partial' | 'overlap';

/** One entity that a mention may stand for. */
export interface Candidate {
  readonly id: string;
  readonly label: string;
  readonly description: string;
  /** Labels of its types (instance of, occupation), most specific first; at most five. */
  readonly types: readonly string[];
  /** How its name was matched, and the name in the graph that was matched. */
  readonly match: MatchKind;
  readonly name: string;
  /** p(entity | span, question): sums to 1 over the candidates of a mention, before the list was cut. */
  readonly score: number;
  readonly parts: CandidateParts;
}

/** A span that may name an entity. */
export interface Mention extends Span {
  readonly text: string;
  /** Probability that the answer's path starts here (takes part, for an intersection). */
  readonly score: number;
  /** Best first. At most {@link CANDIDATES_SHOWN} are sent; `candidateCount` is the number considered. */
  readonly candidates: readonly Candidate[];
  readonly candidateCount: number;
}

export const CANDIDATES_SHOWN = 12;

/** A relation as the panel and the hovers show it. `inverse`: followed from object to subject. */
export interface RelationScore {
  readonly id: string;
  readonly label: string;
  readonly inverse: boolean;
  /** Probability of this relation at this hop, among those that exist on the frontier. */
  readonly score: number;
}

/** One hop of a path. */
export interface Hop {
  /** Probability that the path ends after this hop (the stop weight). */
  readonly weight: number;
  /** Best first; at most {@link RELATIONS_SHOWN}; `relationCount` counts all that exist on the frontier. */
  readonly relations: readonly RelationScore[];
  readonly relationCount: number;
  /** The entities reached, best first; at most {@link ENTITIES_SHOWN}; `entityCount` counts all. */
  readonly entities: readonly ScoredNode[];
  readonly entityCount: number;
  /** True where a cap cut the frontier: `entityCount` is then a lower bound. */
  readonly truncated: boolean;
  /** Attention over the question's words at this hop: one weight a word of {@link Explanation.words}; sums to 1. */
  readonly attention: readonly number[];
}

export const RELATIONS_SHOWN = 12;
export const ENTITIES_SHOWN = 50;

/** The path that one mention follows. */
export interface Path {
  /** Index into {@link Explanation.mentions}. */
  readonly mention: number;
  readonly hops: readonly Hop[];
}

/** One row of the intersection: an entity, its score on each path (0: not reached) and the minimum. */
export interface IntersectionRow extends ScoredNode {
  /** In the order of {@link Intersection.paths}. */
  readonly scores: readonly number[];
  readonly minimum: number;
}

/** Where paths meet (element-wise minimum, Sen et al. 2021). */
export interface Intersection {
  /** Indices into {@link Explanation.paths}. */
  readonly paths: readonly number[];
  /** Sorted by minimum, then by the highest single score; at most {@link ROWS_SHOWN}; `rowCount` counts all. */
  readonly rows: readonly IntersectionRow[];
  readonly rowCount: number;
}

export const ROWS_SHOWN = 60;

/** One edge that proves an answer, in the graph's own direction: subject, relation, object. */
export interface ProofEdge {
  readonly subject: ScoredNode;
  readonly relation: { readonly id: string; readonly label: string };
  readonly object: ScoredNode;
  /** When the fact held ("1861 – 1865"), where the graph knows. */
  readonly held?: string;
}

/** An answer: an entity or a literal, with the chain of edges from each mention that takes part. */
export interface Answer extends ScoredNode {
  /** One chain a path, from the mention's entity to the answer. */
  readonly proofs: readonly (readonly ProofEdge[])[];
}

/** The plan that the model chose, and how sure it was of each. */
export interface Plan {
  readonly name: PlanName;
  /** Probability of each plan; with `none` they sum to 1. */
  readonly scores: Readonly<Record<PlanName, number>>;
  /** Probability that the graph does not hold the answer. */
  readonly none: number;
}

/** Milliseconds by stage. */
export interface Timings {
  readonly mentions: number;
  readonly model: number;
  readonly hops: number;
  readonly rest: number;
  readonly total: number;
}

/** A word of the question with its place. */
export interface Word extends Span {
  readonly text: string;
}

/** Everything that the model did for one question. Nothing in the panel is computed twice: it is all here. */
export interface Explanation {
  readonly question: string;
  readonly words: readonly Word[];
  readonly mentions: readonly Mention[];
  /** Null when no mention leads anywhere. */
  readonly plan: Plan | null;
  /** The paths of the chosen plan: one for a chain, two or more for an intersection. */
  readonly paths: readonly Path[];
  readonly intersection: Intersection | null;
  /** What is done with what the paths reach; null where it is listed as it is. */
  readonly operation: Operation | null;
  /** Best first; empty when the graph holds no answer. */
  readonly answers: readonly Answer[];
  /** A sentence in words: "Followed performer backwards from Natalie Portman (9 characters) and …". */
  readonly summary: string;
  readonly millis: Timings;
  /** Only where it was asked for. */
  readonly trace?: Trace;
}
