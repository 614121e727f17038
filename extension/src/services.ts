import type { ExtensionContext, LogOutputChannel } from 'vscode';
import type { Annotations } from './annotations';
import type { PanelHost } from './panel/panelHost';
import type { Server } from './server';

/** What commands and views may use; built once, in extension.ts. */
export interface Services {
  readonly context: ExtensionContext;
  readonly output: LogOutputChannel;
  readonly server: Server;
  readonly annotations: Annotations;
  readonly panel: PanelHost;
}
