import { monitorEventLoopDelay } from 'node:perf_hooks';
import { l10n, ProgressLocation, Uri, window } from 'vscode';
import type { EvaluateFileParams } from '../../../server/src/protocol';
import { guarded } from '../commands/failure';
import type { Services } from '../services';

/** Asks for another system's predictions of the active file, and evaluates them in the place of ours. */
export function evaluatePredictionsCommand(services: Services): () => Promise<void> {
  return () => guarded(async () => {
    const uri = fileOf(services, undefined);
    const [predictions] = uri === undefined ? [] : await window.showOpenDialog({ canSelectMany: false, filters: { [l10n.t('Predictions')]: ['jsonl', 'json', 'csv', 'tsv'] }, title: l10n.t('Predictions: question or id, entities, answers') }) ?? [];
    if (uri !== undefined && predictions !== undefined) await evaluateAndShow(services, uri, { goldEntity: false, predictions: predictions.fsPath });
  });
}

/** Evaluates the active file, the one of the report that is looked at, or the one that a tree or an explorer names, with progress, and shows the report. */
export function evaluateFileCommand(services: Services): (uri?: unknown) => Promise<void> {
  return (given) => guarded(async () => {
    const uri = fileOf(services, given);
    if (uri === undefined) {
      void window.showInformationMessage(l10n.t('Open a file of questions with gold answers, then evaluate it.'));
      return;
    }
    await evaluateAndShow(services, uri, { goldEntity: true });
  });
}

async function evaluateAndShow({ evaluations, reports, output }: Services, uri: string, options: Omit<EvaluateFileParams, 'uri' | 'indices' | 'token'>): Promise<void> {
  const delay = monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  const began = performance.now();
  const result = await window.withProgress({ location: ProgressLocation.Notification, title: l10n.t('HopLens: evaluating'), cancellable: true }, (progress, token) => {
    let before = 0;
    return evaluations.run(uri, options, token, ({ done, all }) => {
      const percent = Math.floor((100 * done) / all);
      progress.report({ increment: percent - before, message: l10n.t('{0} of {1}', done, all) });
      before = percent;
    });
  });
  delay.disable();
  // Many questions must not make the editor wait: whoever doubts it sees whether they did.
  const said = l10n.t('HopLens: {0} questions in {1} s; the editor waited {2} ms at most, the server {3} ms', result.report.n, ((performance.now() - began) / 1000).toFixed(1), (delay.max / 1e6).toFixed(0), result.waited.toFixed(0));
  output.info(said);
  window.setStatusBarMessage(said, 15_000);
  if (result.report.n > 0) await reports.show(uri);
}

/** The file that a command is about: what is given, that of the report that has the focus, or the active one. */
export function fileOf({ reports }: Pick<Services, 'reports'>, given: unknown): string | undefined {
  return uriOf(given) ?? reports.active ?? window.activeTextEditor?.document.uri.toString();
}

/** The file that is given to a command: an address, a resource of the explorer, or an element of our tree. */
export function uriOf(given: unknown): string | undefined {
  if (typeof given === 'string') return given;
  // A button in the title of a report gives the report's own address.
  if (given instanceof Uri) return given.scheme === 'webview-panel' ? undefined : given.toString();
  return typeof given === 'object' && given !== null && 'uri' in given && typeof given.uri === 'string' ? given.uri : undefined;
}
