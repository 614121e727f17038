import type { CancellationToken } from 'vscode';
import {
  EvaluateFile, EvaluationPage, EvaluationProgress, EvaluationRows, EvaluationState, ExportEvaluation, FileQuestions, LocateQuestion, type EvaluateFileParams, type EvaluateFileResult,
  type EvaluationPageParams, type EvaluationPageResult, type EvaluationProgressParams, type EvaluationRowsParams, type EvaluationRowsResult, type EvaluationStateResult,
  type ExportEvaluationParams, type FileQuestionsParams, type FileQuestionsResult, type LocateQuestionParams, type LocateQuestionResult,
} from '../../../server/src/protocol';
import type { Server } from '../server';

let runs = 0;

/** Evaluates a file, or some of its questions; `onProgress` hears the outcomes as they come. Cancelled, it resolves with what was done. */
export async function evaluateFile(
  server: Server, params: Omit<EvaluateFileParams, 'token'>, cancellation: CancellationToken, onProgress: (progress: EvaluationProgressParams) => void,
): Promise<EvaluateFileResult> {
  const client = await server.start();
  const token = `hoplens-evaluate-${String(++runs)}`;
  const listening = client.onNotification(EvaluationProgress, (progress: EvaluationProgressParams) => {
    if (progress.token === token) onProgress(progress);
  });
  try {
    return await client.sendRequest<EvaluateFileResult>(EvaluateFile, { ...params, token }, cancellation);
  } finally {
    listening.dispose();
  }
}

/** A part of a file's questions. */
export async function fileQuestions(server: Server, params: FileQuestionsParams): Promise<FileQuestionsResult> {
  return (await server.start()).sendRequest<FileQuestionsResult>(FileQuestions, params);
}

/** A part of the rows of a file's last run. */
export async function evaluationRows(server: Server, params: EvaluationRowsParams): Promise<EvaluationRowsResult> {
  return (await server.start()).sendRequest<EvaluationRowsResult>(EvaluationRows, params);
}

/** The report's page for a webview. */
export async function evaluationPage(server: Server, params: EvaluationPageParams): Promise<EvaluationPageResult> {
  return (await server.start()).sendRequest<EvaluationPageResult>(EvaluationPage, params);
}

/** Writes the last run to a file. */
export async function exportEvaluation(server: Server, params: ExportEvaluationParams): Promise<void> {
  await (await server.start()).sendRequest(ExportEvaluation, params);
}

/** What is known of the runs of a file. */
export async function evaluationState(server: Server, uri: string): Promise<EvaluationStateResult> {
  return (await server.start()).sendRequest<EvaluationStateResult>(EvaluationState, { uri });
}

/** Where a question stands; null where it is gone. */
export async function locateQuestion(server: Server, params: LocateQuestionParams): Promise<LocateQuestionResult> {
  return (await server.start()).sendRequest<LocateQuestionResult>(LocateQuestion, params);
}
