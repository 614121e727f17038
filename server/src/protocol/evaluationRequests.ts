import type { Comparison, EvaluationReport, RowGroup, Verdict } from './evaluation';
import type { Span } from './span';

/** The questions of a file, open or not, with what a test needs to know of them; a part at a time, because a file may hold ten thousand. */
export const FileQuestions = 'hoplens/fileQuestions';
export interface FileQuestionsParams {
  readonly uri: string;
  readonly offset: number;
  readonly limit: number;
}
export interface FileQuestion {
  readonly index: number;
  readonly text: string;
  readonly line: number;
  /** The file gives gold answers: it can be right or wrong. */
  readonly judged: boolean;
}
export interface FileQuestionsResult {
  readonly format: string;
  /** All questions of the file. */
  readonly count: number;
  readonly questions: readonly FileQuestion[];
}

/** Evaluate a file, open or not, or some of its questions. Tells each outcome by {@link EvaluationProgress}; cancellable: what is done until then is the result. */
export const EvaluateFile = 'hoplens/evaluateFile';
export interface EvaluateFileParams {
  readonly uri: string;
  /** Only these; absent: all. A run of some questions is not kept as a run of the file. */
  readonly indices?: readonly number[];
  /** Ask a second time with the gold entities given. */
  readonly goldEntity: boolean;
  /** Path of another system's predictions, to be evaluated in the place of ours. */
  readonly predictions?: string;
  readonly token: string;
}
export interface EvaluateFileResult {
  readonly report: EvaluationReport;
  readonly groups: readonly GroupCount[];
  readonly cancelled: boolean;
  /** How long (milliseconds) the server's own work had to wait for it at most: whatever the editor asked meanwhile waited no longer for the evaluation. */
  readonly waited: number;
}
export interface GroupCount {
  readonly group: RowGroup;
  readonly n: number;
}

/** Outcomes of an evaluation that runs, bundled. */
export const EvaluationProgress = 'hoplens/evaluationProgress';
export interface EvaluationProgressParams {
  readonly token: string;
  readonly done: number;
  readonly all: number;
  readonly rows: readonly Outcome[];
}
/** How one question came out, as a test tells it. */
export interface Outcome {
  readonly index: number;
  readonly text: string;
  readonly verdict: Verdict;
  readonly group: RowGroup;
  readonly expected: string;
  readonly actual: string;
  readonly message: string;
  readonly millis: number;
}

/** Questions of the last run of a file, by group. */
export const EvaluationRows = 'hoplens/evaluationRows';
export interface EvaluationRowsParams {
  readonly uri: string;
  readonly group: RowGroup;
  readonly offset: number;
  readonly limit: number;
}
export interface EvaluationRowsResult {
  readonly rows: readonly Outcome[];
  readonly count: number;
  /** The same as rows of the report's page: markup that is safe to put into it. */
  readonly html: string;
}

/** The report of a file's last run as a page for a webview. */
export const EvaluationPage = 'hoplens/evaluationPage';
export interface EvaluationPageParams {
  readonly uri: string;
  readonly cspSource: string;
  readonly nonce: string;
  /** Address of the page's script. */
  readonly script: string;
  /** A run to compare with: a path, or "previous" for the run of this file before the last; absent: none. */
  readonly compare?: string;
}
export interface EvaluationPageResult {
  readonly html: string;
  /** What changed, where it was compared. */
  readonly counts: Comparison['counts'] | null;
}

/** Write a file's last run to a path. */
export const ExportEvaluation = 'hoplens/exportEvaluation';
export const EXPORT_KINDS = ['html', 'csv', 'json', 'jsonl', 'annotations.csv', 'ttl'] as const;
export type ExportKind = (typeof EXPORT_KINDS)[number];
export interface ExportEvaluationParams {
  readonly uri: string;
  readonly kind: ExportKind;
  readonly path: string;
  readonly compare?: string;
}

/** What is known of the runs of a file: for the commands that compare. */
export const EvaluationState = 'hoplens/evaluationState';
export interface EvaluationStateParams {
  readonly uri: string;
}
export interface EvaluationStateResult {
  /** When the run before the last was made; null where there was none. */
  readonly previous: string | null;
}

/** Where a question of a file stands now, by its index: document range and zero-based lines. */
export const LocateQuestion = 'hoplens/locateQuestion';
export interface LocateQuestionParams {
  readonly uri: string;
  readonly index: number;
  /** Its text when it was evaluated: where the index holds another question now, it is looked for by its text. */
  readonly text?: string;
}
export type LocateQuestionResult = { readonly range: Span } | null;

/** The files of the workspace that may hold questions: for symbols and references beyond the open documents. */
export const WorkspaceFiles = 'hoplens/workspaceFiles';
export interface WorkspaceFilesParams {
  readonly uris: readonly string[];
}
