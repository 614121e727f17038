import { commands, window, type Disposable } from 'vscode';
import type { Annotations } from '../annotations';
import { OWN_LANGUAGE } from '../questionFiles';

/** Keeps the context key `hoplens.questionFile`: menus and the shortcut are there only where the active file holds questions. */
export function trackContext(annotations: Annotations): Disposable[] {
  let last: boolean | undefined;
  const update = (): void => {
    const document = window.activeTextEditor?.document;
    // The output, a webview or the like has the focus: what was true of the last file stays.
    if (document === undefined && last !== undefined) return;
    const now = document !== undefined && (document.languageId === OWN_LANGUAGE || (annotations.of(document)?.count ?? 0) > 0);
    if (now === last) return;
    last = now;
    void commands.executeCommand('setContext', 'hoplens.questionFile', now);
  };
  update();
  return [window.onDidChangeActiveTextEditor(update), annotations.onChanged(update)];
}
