import { LSPErrorCodes, ResponseError, type CancellationToken } from 'vscode-languageserver/node';

/** A cancellation token as an abort signal. */
export function signalOf(token: CancellationToken): AbortSignal {
  const controller = new AbortController();
  if (token.isCancellationRequested) controller.abort();
  token.onCancellationRequested(() => {
    controller.abort();
  });
  return controller.signal;
}

/** Runs a request's work: what was withdrawn or has gone in the meantime answers as the protocol says it, so that no client shows it as an error. */
export async function answered<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Error && error.name === 'AbortError') throw new ResponseError(LSPErrorCodes.RequestCancelled, error.message);
    if (error instanceof Error && error.name === 'QuestionGone') throw new ResponseError(LSPErrorCodes.ContentModified, error.message);
    throw error;
  }
}
