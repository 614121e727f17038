/**
 * The contract between the language server, the VS Code client and the panel.
 *
 * Types and method literals only: this file imports nothing, so that any room may import it. All offsets are
 * UTF-16 code units (as LSP counts); every score is in [0, 1] unless its comment says "logit" or "raw".
 */

/** A half-open range of UTF-16 code units, `[start, end)`. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** How a surface form met a name in the lexicon; from the surest to the least sure. */
export type MatchKind = 'pinned' | 'label' | 'alias' | 'variant' | 'typo' | 'partial' | 'overlap';

/** The parts that a candidate's score is made of; shown side by side so that a glance says why the winner won. */
export interface CandidateParts {
  /** How well the words fit the entity's name: raw, from the lexicon's features. */
  readonly name: number;
  /** How well the entity's types fit what the question says of it: raw. */
  readonly fit: number;
  /** log Σ exp over the relations that the entity really has and the question asks: raw; −30 when it has none. */
  readonly relation: number;
  /** How much the graph knows of it (log-degree prior): raw. */
  readonly prior: number;
}

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

/** A node of the graph with a score: an entity (`id` is its graph id) or a literal (`id` is empty, `value` is set). */
export interface ScoredNode {
  readonly id: string;
  readonly label: string;
  readonly score: number;
  /** For a literal: its value in the graph's own notation (for example `^1452-04-15T00:00:00Z/11`). */
  readonly value?: string;
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
}

/** An answer: an entity or a literal, with the chain of edges from each mention that takes part. */
export interface Answer extends ScoredNode {
  /** One chain a path, from the mention's entity to the answer. */
  readonly proofs: readonly (readonly ProofEdge[])[];
}

/** The plan that the model chose, and how sure it was of each. */
export type PlanName = 'one-hop' | 'two-hop' | 'three-hop' | 'intersection';
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
  /** Best first; empty when the graph holds no answer. */
  readonly answers: readonly Answer[];
  /** A sentence in words: "Followed performer backwards from Natalie Portman (9 characters) and …". */
  readonly summary: string;
  readonly millis: Timings;
}

/** A gold entity of a question file, where the file carries one. */
export interface GoldEntity {
  /** The graph's id, or empty when the file gives only a label. */
  readonly id: string;
  readonly label: string;
  /** Its span in the QUESTION text (not the document), when the format gives one. */
  readonly span: Span | null;
}

/** A question of an open document as the client sees it. */
export interface DocumentQuestion {
  /** Index in the document. */
  readonly index: number;
  readonly text: string;
  /** Start line (zero-based) and UTF-16 range in the document. */
  readonly line: number;
  readonly range: Span;
  readonly state: 'waiting' | 'linked' | 'answered' | 'failed';
  readonly mentions: readonly DocumentMention[];
  /** Short text of the answers, for the end of the line; empty until answered. */
  readonly answer: string;
}

/** A span in document coordinates, for decorations. */
export interface DocumentMention {
  readonly range: Span;
  /** The same span in the question's text, as {@link Mention} counts. */
  readonly span: Span;
  readonly id: string;
  readonly label: string;
  /** Probability of span and entity together: solid ≥ 0.8, dashed ≥ 0.5, dotted below. */
  readonly score: number;
  readonly pinned: boolean;
}

/** What the status item shows. */
export interface ServerStatus {
  readonly state: 'loading' | 'ready' | 'busy' | 'failed';
  /** Name of graph and model, for example "Wikidata extract, 336,640 entities". */
  readonly graph: string;
  readonly model: string;
  /** Why it failed, with the remedy; or what it is doing. */
  readonly message: string;
  /** Milliseconds of the last question, or null. */
  readonly lastMillis: number | null;
}

/** A card of one entity: what the panel and the hover over a bare id show. */
export interface EntityCard {
  readonly id: string;
  readonly label: string;
  readonly description: string;
  readonly aliases: readonly string[];
  readonly types: readonly string[];
  readonly url: string;
  /** Facts grouped by relation and direction; at most 12 values a group, 40 groups. */
  readonly facts: readonly {
    readonly relation: { readonly id: string; readonly label: string; readonly inverse: boolean };
    readonly values: readonly ScoredNode[];
    readonly count: number;
  }[];
}

// ── Requests from client to server ────────────────────────────────────────────────────────────────────────────────

/** Answer one question of an open document (by index) and return all that was done. Cancellable. */
export const AnswerQuestion = 'hoplens/answerQuestion';
export interface AnswerQuestionParams {
  readonly uri: string;
  readonly index: number;
  /** Only to look at (candidates to choose from): the answer is not put beside the question. */
  readonly quiet?: boolean;
}
export interface AnswerQuestionResult {
  readonly uri: string;
  /** The document version answered; the client drops a result for an older version. */
  readonly version: number;
  readonly index: number;
  readonly explanation: Explanation;
}

/** Answer every question of an open document. Reports `$/progress` on `workDoneToken`; cancellable; partial results stay. */
export const AnswerAll = 'hoplens/answerAll';
export interface AnswerAllParams {
  readonly uri: string;
  readonly workDoneToken?: string | number;
}
export interface AnswerAllResult {
  readonly answered: number;
  readonly failed: number;
  readonly cancelled: boolean;
}

/** The questions of an open document with their mentions: for decorations, lenses and the panel. */
export const DocumentQuestions = 'hoplens/documentQuestions';
export interface DocumentQuestionsParams {
  readonly uri: string;
}
export interface DocumentQuestionsResult {
  readonly version: number;
  /** Name of the file format that was read. */
  readonly format: string;
  /** Whether a mention may be pinned in the text; a data set is never rewritten. */
  readonly pinnable: boolean;
  readonly questions: readonly DocumentQuestion[];
}

/** A card of one entity or relation; null when the graph does not hold it. */
export const EntityInfo = 'hoplens/entityInfo';
export interface EntityInfoParams {
  readonly id: string;
}
export type EntityInfoResult = EntityCard | null;

/** What a hover offers beside its text: data, because only the client makes command links. Travels as `actions` of the LSP hover. */
export interface HoverAction {
  readonly action: 'answer' | 'panel' | 'choose';
  readonly uri: string;
  readonly index: number;
  /** Document offset of the mention hovered over. */
  readonly offset: number;
}

// ── Notifications from client to server ───────────────────────────────────────────────────────────────────────────

/** The settings changed: {@link HopLensSettings}. Graph and model are loaded again only where their paths changed. */
export const SettingsChanged = 'hoplens/settingsChanged';

// ── Notifications from server to client ───────────────────────────────────────────────────────────────────────────

/** The server's state changed. */
export const StatusChanged = 'hoplens/statusChanged';

/** Annotations of a document changed (linked or answered): the client asks again for what it shows. */
export const AnnotationsChanged = 'hoplens/annotationsChanged';
export interface AnnotationsChangedParams {
  readonly uri: string;
  readonly version: number;
}

// ── Settings that the client sends at initialization and when they change ───────────────────────────────────────

export interface HopLensSettings {
  /** Path of a graph pack; empty: the embedded one. */
  readonly graphPath: string;
  /** Folder of a model bundle; empty: the embedded one. */
  readonly modelPath: string;
  /** Answers below this score are not shown. */
  readonly minimumScore: number;
  /** Annotate plain text, JSON and other files too. */
  readonly annotateOtherLanguages: boolean;
}
export interface InitializationOptions {
  /** Absolute folder of the embedded pack and bundle. */
  readonly assets: string;
  readonly settings: HopLensSettings;
}

// ── Panel messages: one discriminated union a direction ──────────────────────────────────────────────────────────

/** From the extension to the panel. */
export type ToPanel =
  | { readonly type: 'explanation'; readonly result: AnswerQuestionResult; readonly status: ServerStatus }
  | { readonly type: 'busy'; readonly question: string }
  | { readonly type: 'failed'; readonly question: string; readonly message: string }
  | { readonly type: 'card'; readonly card: EntityCard | null; readonly id: string }
  /** A span under the editor's cursor or mouse lights up in the panel; null clears it. */
  | { readonly type: 'highlight'; readonly span: Span | null };

/** From the panel to the extension. */
export type FromPanel =
  | { readonly type: 'ready' }
  | { readonly type: 'reveal'; readonly uri: string; readonly index: number; readonly span: Span }
  | { readonly type: 'card'; readonly id: string }
  | { readonly type: 'openPage'; readonly id: string }
  | { readonly type: 'copy'; readonly text: string }
  | { readonly type: 'answerAgain'; readonly uri: string; readonly index: number };
