import { window, type Disposable, type TextEditor } from 'vscode';
import type { Annotations } from '../annotations';
import { mentionAt } from '../mentionAt';
import type { PanelHost } from './panelHost';

/** While the panel shows a question, the span under the cursor of its line lights up there. */
export function trackCursor(annotations: Annotations, panel: PanelHost): Disposable {
  let lit = false;
  let turn = 0;
  const light = async ({ document, selection }: TextEditor): Promise<void> => {
    const { shown } = panel;
    if (shown === undefined || !panel.visible || document.uri.toString() !== shown.uri) return;
    const now = ++turn;
    const offset = document.offsetAt(selection.active);
    const question = await annotations.questionAt(document, offset);
    // The cursor went on in the meantime.
    if (now !== turn) return;
    const mention = question?.index === shown.index ? mentionAt(question, offset) : undefined;
    if (mention === undefined && !lit) return;
    lit = mention !== undefined;
    panel.highlight(mention?.span ?? null);
  };
  // A server that ended says so elsewhere.
  return window.onDidChangeTextEditorSelection(({ textEditor }) => { light(textEditor).catch(() => undefined); });
}
