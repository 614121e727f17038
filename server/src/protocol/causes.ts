import type { PlanName } from './parts';
import type { Span } from './span';
import type { Standing } from './trace';

/**
 * Why a question was missed: the first step that went wrong. Each has a section in docs/causes.md under this very name.
 *
 * - `entity-not-in-graph`: the graph does not hold the gold entity
 * - `fact-missing`: no path of up to three hops, and no meeting of two, leads from the gold entities to a gold answer
 * - `mention-missed`: no span was found over the words that name the gold entity
 * - `span-wrong`: another span was taken than the gold one
 * - `not-a-candidate`: the span is there, the gold entity is not among its candidates
 * - `ranked-too-low`: it is a candidate, and another won
 * - `wrong-hops`: a chain of another length leads to the answer
 * - `wrong-paths`: a chain was taken for an intersection, the other way round, or other paths were intersected
 * - `wrong-relation`: the right number of hops, over another relation
 * - `wrong-operation`: the right set, and something else was to be done with it (count, maximum …)
 * - `ambiguous`: gold is among answers that are equally right by what the graph says
 * - `declined`: no answer was given, though the graph holds it
 * - `answered-anyway`: an answer was given, though gold says that there is none
 */
export const CAUSES = [
  'entity-not-in-graph', 'fact-missing', 'mention-missed', 'span-wrong', 'not-a-candidate', 'ranked-too-low', 'wrong-hops', 'wrong-paths', 'wrong-relation',
  'wrong-operation', 'ambiguous', 'declined', 'answered-anyway',
] as const;
export type CauseName = (typeof CAUSES)[number];

/** Causes that lie with an entity: they can be told before any answer is there. */
export const ENTITY_CAUSES: readonly CauseName[] = ['entity-not-in-graph', 'mention-missed', 'span-wrong', 'not-a-candidate', 'ranked-too-low'];

/** A part of a candidate's score. */
export type PartName = 'name' | 'fit' | 'relation' | 'prior';

/** A missed question with its one cause. */
export interface Miss {
  readonly cause: CauseName;
  /** What went wrong and what would have made it right, with the numbers: for people. */
  readonly message: string;
  /** What was tried to decide it: "With Tom Hanks (Q2263) given: Forrest Gump, right." */
  readonly evidence: readonly string[];
  /** The words that it is about, in the QUESTION; null: the whole question. */
  readonly span: Span | null;
  /** The gold entity that it is about; null where it is about none. */
  readonly gold: { readonly id: string; readonly label: string } | null;
  /** Rank and scores of the gold entity, and of the one that won in its place, where they are known. */
  readonly own: Standing | null;
  readonly winner: Standing | null;
  /** For `ranked-too-low`: log(p(winner) / p(gold)) and the part of the score that made most of it. */
  readonly margin: { readonly total: number; readonly part: PartName; readonly by: number } | null;
  /** For `not-a-candidate`: why. */
  readonly why: 'no such alias' | 'cut by the cap' | 'filtered' | null;
  /** Once this cause is put right: whether the answer is right then, and the cause that is left where it is not. Null where that was not tried. */
  readonly then: CauseName | 'right' | null;
  /** The path that leads to gold, where the search found one. */
  readonly expected: GoldPath | null;
}

/** One arm of the path from a gold entity: directed relations, `^` before one that is followed backwards. */
export interface GoldArm {
  readonly id: string;
  readonly label: string;
  readonly relations: readonly { readonly id: string; readonly label: string; readonly inverse: boolean }[];
}

/** How the graph leads from gold entities to gold answers: one arm for a chain, two for an intersection. `f1`: of what it reaches against gold. */
export interface GoldPath {
  readonly plan: PlanName;
  readonly arms: readonly GoldArm[];
  readonly f1: number;
  readonly reaches: number;
}

/** Why is an entity (or relation) not the answer, not the entity, not the relation? Stage by stage. */
export const WhyNot = 'hoplens/whyNot';
export interface WhyNotParams {
  readonly uri: string;
  readonly index: number;
  /** An id of the graph: an entity or a relation. */
  readonly id: string;
}
export interface WhyNotResult {
  readonly title: string;
  /** Markdown. */
  readonly text: string;
}

/** Entities and relations of the whole graph whose names start with what was typed, most linked first; an id that is typed out comes first. */
export const SearchGraph = 'hoplens/searchGraph';
export interface SearchGraphParams {
  readonly query: string;
  readonly limit: number;
}
export interface SearchHit {
  readonly id: string;
  readonly label: string;
  readonly description: string;
  readonly types: readonly string[];
  readonly kind: 'entity' | 'relation';
}
export interface SearchGraphResult {
  readonly hits: readonly SearchHit[];
}

/** The stages that can be opened as documents, in the order in which they happen. */
export const STAGES = ['tokens', 'mentions', 'candidates', 'hops', 'follow', 'intersection', 'answers', 'timings'] as const;
export type StageName = (typeof STAGES)[number];

/** One stage of one question as Markdown. */
export const StageDocument = 'hoplens/stageDocument';
export interface StageDocumentParams {
  readonly uri: string;
  readonly index: number;
  readonly stage: StageName;
}
export interface StageDocumentResult {
  readonly text: string;
}
