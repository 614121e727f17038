import type { ExtensionContext, LogOutputChannel } from 'vscode';
import type { Annotations } from './annotations';
import type { Evaluations } from './evaluation/evaluations';
import type { Reports } from './evaluation/reports';
import type { PanelHost } from './panel/panelHost';
import type { Server } from './server';
import type { EvaluationTree } from './tree/tree';

/** What commands and views may use; built once, in extension.ts. */
export interface Services {
  readonly context: ExtensionContext;
  readonly output: LogOutputChannel;
  readonly server: Server;
  readonly annotations: Annotations;
  readonly panel: PanelHost;
  readonly evaluations: Evaluations;
  readonly reports: Reports;
  readonly tree: EvaluationTree;
}
