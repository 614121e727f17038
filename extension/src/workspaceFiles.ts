import { Disposable, workspace } from 'vscode';
import { WorkspaceFiles, type WorkspaceFilesParams } from '../../server/src/protocol';
import { findQuestionFiles, QUESTION_FILES } from './questionFileSearch';
import type { Server } from './server';

/** Files come and go in bundles (a checkout): so long (milliseconds) nothing is told. */
const SETTLE = 1000;

/** Tells the server which files of the workspace may hold questions, once it is ready and whenever some come or go: for symbols and references. */
export function tellWorkspaceFiles(server: Server, log: { error(message: string): void }): Disposable {
  let waiting: ReturnType<typeof setTimeout> | undefined;
  let told = false;
  const tell = async (): Promise<void> => {
    const params: WorkspaceFilesParams = { uris: (await findQuestionFiles()).map((uri) => uri.toString()) };
    await (await server.start()).sendNotification(WorkspaceFiles, params);
  };
  const later = (): void => {
    if (!server.started) return;
    clearTimeout(waiting);
    waiting = setTimeout(() => { tell().catch((error: unknown) => { log.error(String(error)); }); }, SETTLE);
  };
  const watcher = workspace.createFileSystemWatcher(QUESTION_FILES, false, true, false);
  return Disposable.from(
    watcher, watcher.onDidCreate(later), watcher.onDidDelete(later), { dispose: () => { clearTimeout(waiting); } },
    // A server that was started again has forgotten them.
    server.onStatus(({ state }) => {
      if (state === 'ready' && !told) later();
      if (state !== 'busy') told = state === 'ready';
    }),
  );
}
