import { l10n, window } from 'vscode';
import type { Annotations } from '../annotations';

/** A question that a command is about. */
export interface Target {
  readonly uri: string;
  readonly index: number;
}

/** The question that a lens, a hover or a hint names in its arguments; otherwise the one at the cursor, with a message where there is none. */
export async function targetOf({ annotations }: { readonly annotations: Annotations }, uri: unknown, index: unknown): Promise<Target | undefined> {
  if (typeof uri === 'string' && typeof index === 'number') return { uri, index };
  const editor = window.activeTextEditor ?? window.visibleTextEditors.find(({ document }) => annotations.of(document) !== undefined);
  const found = editor === undefined ? undefined : await annotations.questionAt(editor.document, editor.document.offsetAt(editor.selection.active));
  if (editor === undefined || found === undefined) {
    void window.showInformationMessage(l10n.t('There is no question at the cursor. Put the cursor on a line that holds one.'));
    return undefined;
  }
  return { uri: editor.document.uri.toString(), index: found.index };
}
