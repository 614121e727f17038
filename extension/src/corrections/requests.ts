import type { CancellationToken } from 'vscode';
import { ExecuteCommandRequest, WorkDoneProgress } from 'vscode-languageclient/node';
import {
  CorrectCommand, CorrectEverywhere, RemoveCorrectionsCommand, type CorrectEverywhereParams, type CorrectEverywhereResult, type CorrectParams, type RemoveCorrectionsParams,
} from '../../../server/src/protocol';
import type { Server } from '../server';

/** Corrects words of a question, in the sidecar. */
export async function correct(server: Server, params: CorrectParams): Promise<void> {
  await (await server.start()).sendRequest(ExecuteCommandRequest.type, { command: CorrectCommand, arguments: [params] });
}

/** Takes corrections away. */
export async function removeCorrections(server: Server, params: RemoveCorrectionsParams): Promise<void> {
  await (await server.start()).sendRequest(ExecuteCommandRequest.type, { command: RemoveCorrectionsCommand, arguments: [params] });
}

let runs = 0;

/** Applies a correction to the same mentions of many files; `onProgress` hears percent and a message. */
export async function correctEverywhere(server: Server, params: CorrectEverywhereParams, token: CancellationToken, onProgress: (percent: number, message: string) => void): Promise<CorrectEverywhereResult> {
  const client = await server.start();
  const workDoneToken = `hoplens-correct-everywhere-${String(++runs)}`;
  const listening = client.onProgress(WorkDoneProgress.type, workDoneToken, (value) => {
    if (value.kind === 'report') onProgress(value.percentage ?? 0, value.message ?? '');
  });
  try {
    return await client.sendRequest<CorrectEverywhereResult>(CorrectEverywhere, { ...params, workDoneToken }, token);
  } finally {
    listening.dispose();
  }
}
