import { l10n, Range, TextEditorRevealType, Uri, window, workspace } from 'vscode';
import type { Server } from '../server';
import { locateQuestion } from './requests';

/** Opens a question's file with the question selected. @throws Error where the question is gone */
export async function revealQuestion(server: Server, uri: string, index: number, text?: string): Promise<void> {
  const document = await workspace.openTextDocument(Uri.parse(uri, true));
  const place = await locateQuestion(server, { uri, index, ...(text === undefined ? {} : { text }) });
  if (place === null) throw new Error(l10n.t('This question is no longer in the file.'));
  const selection = new Range(document.positionAt(place.range.start), document.positionAt(place.range.end));
  const column = window.visibleTextEditors.find((editor) => editor.document === document)?.viewColumn;
  const editor = await window.showTextDocument(document, { selection, ...(column === undefined ? {} : { viewColumn: column }) });
  editor.revealRange(selection, TextEditorRevealType.InCenterIfOutsideViewport);
}
