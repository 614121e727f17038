import { l10n, window, workspace } from 'vscode';
import { guarded } from '../commands/failure';

/** Opens the corrections of the active question file. */
export function openCorrections(): Promise<void> {
  return guarded(async () => {
    const uri = window.activeTextEditor?.document.uri;
    if (uri === undefined) return;
    const sidecar = uri.path.endsWith(SUFFIX) ? uri : uri.with({ path: `${uri.path}${SUFFIX}` });
    try {
      await workspace.fs.stat(sidecar);
    } catch {
      void window.showInformationMessage(l10n.t('Nothing in this file is corrected yet. Put the cursor on an underlined name and open the quick fixes.'));
      return;
    }
    await window.showTextDocument(sidecar, { preview: true });
  });
}

const SUFFIX = '.hoplens.json';
