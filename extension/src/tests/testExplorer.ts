import { Disposable, l10n, tests, TestRunProfileKind, workspace, type Uri } from 'vscode';
import type { Services } from '../services';
import { findQuestionFiles, isQuestionFile, QUESTION_FILES } from '../questionFileSearch';
import { TestItems } from './testItems';
import { TestRunner } from './testRun';

/** Question files in the Test Explorer: a file is a suite, each question with gold answers a test. Nothing is looked for before the view is opened. */
export function registerTests({ server, evaluations }: Services): Disposable {
  const controller = tests.createTestController('hoplens', 'HopLens');
  const items = new TestItems(controller, server);
  const runner = new TestRunner(controller, items, server, evaluations);
  const watching: Disposable[] = [];
  const discover = async (): Promise<void> => {
    for (const uri of await findQuestionFiles()) items.file(uri);
  };
  const look = async (uri: Uri): Promise<void> => {
    items.forget(uri);
    if (await isQuestionFile(uri)) items.file(uri);
  };
  const watch = (): void => {
    if (watching.length > 0) return;
    const watcher = workspace.createFileSystemWatcher(QUESTION_FILES);
    watching.push(watcher, watcher.onDidCreate((uri) => void look(uri)), watcher.onDidChange((uri) => void look(uri)), watcher.onDidDelete((uri) => { items.forget(uri); }));
  };
  controller.resolveHandler = async (item) => {
    if (item !== undefined) await items.resolve(item, false);
    else {
      watch();
      await discover();
    }
  };
  controller.refreshHandler = async () => {
    controller.items.replace([]);
    await discover();
  };
  controller.createRunProfile(l10n.t('Evaluate'), TestRunProfileKind.Run, (request, token) => runner.run(request, token), true);
  return new Disposable(() => { for (const one of [...watching, controller]) one.dispose(); });
}
