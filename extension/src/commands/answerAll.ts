import { l10n, ProgressLocation, window } from 'vscode';
import type { Services } from '../services';
import { guarded } from './failure';

/** Answers every question of the active file, with progress; what was answered stays when it is cancelled. */
export function answerAll({ server }: Services): () => Promise<void> {
  return () => guarded(async () => {
    const document = window.activeTextEditor?.document;
    if (document === undefined) return;
    const result = await window.withProgress({ location: ProgressLocation.Notification, title: l10n.t('HopLens: answering questions'), cancellable: true }, (progress, token) => {
      let before = 0;
      return server.answerAll(document.uri.toString(), token, (percent, message) => {
        progress.report({ increment: percent - before, message });
        before = percent;
      });
    });
    if (result.cancelled) window.setStatusBarMessage(l10n.t('HopLens: stopped after {0} questions', result.answered + result.failed), 5000);
    else if (result.failed > 0) void window.showWarningMessage(l10n.t('HopLens: {0} questions answered; {1} could not be, see the Problems view.', result.answered, result.failed));
    else window.setStatusBarMessage(l10n.t('HopLens: {0} questions answered', result.answered), 5000);
  });
}
