import { l10n, ProgressLocation, window, workspace } from 'vscode';
import { guarded } from '../commands/failure';
import type { Services } from '../services';
import { correctEverywhere, removeCorrections } from './requests';

/** Files that may hold questions; the server looks into each. */
const FILES = '**/*.{questions,json,jsonl,ndjson,tsv,csv,txt,md}';
const NOT = '{**/node_modules/**,**/.git/**,**/*.hoplens.json}';
const MOST_FILES = 5000;

/** Applies a correction to all mentions of the same words in its file or in the workspace, with progress; it can be cancelled, and taken back. */
export function applyEverywhere({ server }: Services): (uri?: unknown, id?: unknown, where?: unknown) => Promise<void> {
  return (uri, id, where) => guarded(async () => {
    if (typeof uri !== 'string' || typeof id !== 'string') return;
    const others = where === 'workspace' ? await workspace.findFiles(FILES, NOT, MOST_FILES) : [];
    const files = [...new Set([uri, ...others.map((other) => other.toString())])];
    const { added, failed } = await window.withProgress({ location: ProgressLocation.Notification, title: l10n.t('HopLens: looking for the same words'), cancellable: true }, (progress, token) => {
      let before = 0;
      return correctEverywhere(server, { uri, id, files }, token, (percent, message) => {
        progress.report({ increment: percent - before, message });
        before = percent;
      });
    });
    if (failed.length > 0) void window.showWarningMessage(l10n.t('HopLens: {0} files were left out: {1}', failed.length, failed.slice(0, 3).join('; ')));
    const count = added.reduce((sum, { ids }) => sum + ids.length, 0);
    if (count === 0) {
      void window.showInformationMessage(l10n.t('No further mention of the same words was found.'));
      return;
    }
    const undo = l10n.t('Undo');
    if (await window.showInformationMessage(l10n.t('Applied to {0} more mentions in {1} files.', count, added.length), undo) !== undo) return;
    for (const one of added) await removeCorrections(server, one);
  });
}
