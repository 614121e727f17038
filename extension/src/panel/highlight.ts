import { window, type Disposable } from 'vscode';
import type { Annotations } from '../annotations';
import { mentionAt } from '../questionAt';
import type { PanelHost } from './panelHost';

/** While the panel shows a question, the span under the cursor of its line lights up there. */
export function trackCursor(annotations: Annotations, panel: PanelHost): Disposable {
  let lit = false;
  return window.onDidChangeTextEditorSelection(({ textEditor: { document, selection } }) => {
    const { shown } = panel;
    if (shown === undefined || !panel.visible || document.uri.toString() !== shown.uri) return;
    const question = annotations.of(document)?.questions[shown.index];
    const mention = question === undefined ? undefined : mentionAt(question, document.offsetAt(selection.active));
    if (mention === undefined && !lit) return;
    lit = mention !== undefined;
    panel.highlight(mention?.span ?? null);
  });
}
