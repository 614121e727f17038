import { workspace, type Disposable } from 'vscode';
import type { Annotations } from '../annotations';
import type { PanelHost } from '../panel/panelHost';

/** Explains the question that the panel shows again when it is corrected, by whoever's hand. */
export function followPanel(annotations: Annotations, panel: PanelHost): Disposable {
  let last = { question: '', corrections: '' };
  return annotations.onChanged((uri) => {
    const target = panel.shown;
    const document = workspace.textDocuments.find((one) => one.uri.toString() === uri);
    if (target?.uri !== uri || document === undefined) return;
    const found = annotations.of(document)?.questions[target.index];
    if (found === undefined) return;
    const now = { question: found.text, corrections: JSON.stringify(found.corrections.map(({ id }) => id)) };
    const changed = now.question === last.question && now.corrections !== last.corrections;
    last = now;
    if (changed && panel.visible) void panel.show(target);
  });
}
