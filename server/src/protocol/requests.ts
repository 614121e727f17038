import type { DocumentQuestion, DocumentSummary } from './documents';
import type { EntityCard } from './entityCard';
import type { Explanation } from './explanation';
import type { Span } from './span';

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

/** Some questions of an open document with their mentions, for decorations, lenses and the panel: the client holds only what it shows, a file may hold ten thousand. */
export const DocumentQuestions = 'hoplens/documentQuestions';
export interface DocumentQuestionsParams {
  readonly uri: string;
  readonly wanted: QuestionsWanted;
}
/** The questions that a part of the document touches (at most {@link MOST_QUESTIONS}), the one at an offset or else on its line, or one by its index. */
export type QuestionsWanted = { readonly span: Span } | { readonly offset: number } | { readonly index: number };
export const MOST_QUESTIONS = 500;
export interface DocumentQuestionsResult {
  /** −1 where the document is not open, or an older text was read. */
  readonly version: number;
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
  readonly action: 'answer' | 'panel' | 'choose' | 'whyNot' | 'remove';
  readonly uri: string;
  readonly index: number;
  /** Document offset of the mention hovered over. */
  readonly offset: number;
}

/** Annotations of a document changed (linked or answered): the client asks again for what it shows. */
export const AnnotationsChanged = 'hoplens/annotationsChanged';
export interface AnnotationsChangedParams extends DocumentSummary {
  readonly uri: string;
}
