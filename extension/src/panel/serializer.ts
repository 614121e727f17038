import { window, type Disposable } from 'vscode';
import { readState } from './messages';
import { PANEL, type PanelHost } from './panelHost';

/** Brings the panel back after VS Code was reloaded, with the question that it showed. */
export function registerSerializer(host: PanelHost): Disposable {
  return window.registerWebviewPanelSerializer(PANEL, {
    deserializeWebviewPanel: (panel, state) => host.restore(panel, readState(state)),
  });
}
