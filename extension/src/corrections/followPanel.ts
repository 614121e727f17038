import type { Disposable } from 'vscode';
import type { Annotations } from '../annotations';
import type { PanelHost } from '../panel/panelHost';

/** Explains the question that the panel shows again when it is corrected, by whoever's hand. */
export function followPanel(annotations: Annotations, panel: PanelHost): Disposable {
  let last = { question: '', corrections: '' };
  const look = async (uri: string): Promise<void> => {
    const target = panel.shown;
    if (target?.uri !== uri) return;
    const found = await annotations.question(uri, target.index);
    if (found === undefined || panel.shown !== target) return;
    const now = { question: found.text, corrections: JSON.stringify(found.corrections.map(({ id }) => id)) };
    const changed = now.question === last.question && now.corrections !== last.corrections;
    last = now;
    if (changed && panel.visible) await panel.show(target);
  };
  // A server that ended says so elsewhere.
  return annotations.onChanged((uri) => { look(uri).catch(() => undefined); });
}
