import type { DocumentQuestion } from './documents';
import type { EntityCard } from './entityCard';
import type { Explanation } from './explanation';

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
  readonly action: 'answer' | 'panel' | 'choose' | 'whyNot' | 'remove';
  readonly uri: string;
  readonly index: number;
  /** Document offset of the mention hovered over. */
  readonly offset: number;
}

/** Annotations of a document changed (linked or answered): the client asks again for what it shows. */
export const AnnotationsChanged = 'hoplens/annotationsChanged';
export interface AnnotationsChangedParams {
  readonly uri: string;
  readonly version: number;
}
