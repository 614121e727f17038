import { lm, window, workspace, type ExtensionContext, type TextDocument } from 'vscode';
import { Annotations } from './annotations';
import { StageDocuments } from './causes/stageDocuments';
import { registerCommands } from './commands';
import { trackContext } from './editor/context';
import { followPanel } from './corrections/followPanel';
import { offerGitMerge } from './corrections/gitMerge';
import { CursorLens } from './editor/cursorLens';
import { Decorations } from './editor/decorations';
import { createStatusItem } from './editor/statusItem';
import { trackCursor } from './panel/highlight';
import { PanelHost } from './panel/panelHost';
import { registerSerializer } from './panel/serializer';
import { Evaluations } from './evaluation/evaluations';
import { Reports } from './evaluation/reports';
import { registerLanguageModelTools } from './languageModelTools/register';
import { mayHoldQuestions } from './questionFiles';
import { Server } from './server';
import { readSettings, SECTION } from './settings';
import { registerTests } from './tests/testExplorer';
import { EvaluationTree } from './tree/tree';
import { tellWorkspaceFiles } from './workspaceFiles';

/** Registers everything at once and starts the server only when a document needs it. Nothing is sent anywhere: there is no telemetry. */
export function activate(context: ExtensionContext): void {
  const output = window.createOutputChannel('HopLens', { log: true });
  const server = new Server(context, output);
  const annotations = new Annotations(server);
  const panel = new PanelHost(context.extensionUri, server, annotations);
  const evaluations = new Evaluations(server);
  const reports = new Reports(context.extensionUri, server);
  const tree = new EvaluationTree(server, evaluations);
  const services = { context, output, server, annotations, panel, evaluations, reports, tree };
  const consider = (document: TextDocument): void => {
    const { languageId, uri } = document;
    if (server.started || (uri.scheme !== 'file' && uri.scheme !== 'untitled')) return;
    if (mayHoldQuestions(languageId, () => document.getText(), readSettings().annotateOtherLanguages)) server.start().catch((error: unknown) => { output.error(String(error)); });
  };
  context.subscriptions.push(
    output, { dispose: () => server.dispose() }, annotations, panel, ...registerCommands(services), registerSerializer(panel), evaluations, reports, tree, window.registerTreeDataProvider('hoplens.evaluations', tree), registerTests(services), tellWorkspaceFiles(server, output),
    new StageDocuments(services), ...registerLanguageModelTools(server, lm),
    createStatusItem(server), new Decorations(annotations), new CursorLens(annotations), offerGitMerge(context), followPanel(annotations, panel), ...trackContext(annotations), trackCursor(annotations, panel),
    workspace.onDidOpenTextDocument(consider),
    workspace.onDidChangeConfiguration((event) => {
      if (!event.affectsConfiguration(SECTION)) return;
      void server.settingsChanged();
      workspace.textDocuments.forEach(consider);
    }),
    workspace.onDidGrantWorkspaceTrust(() => { void server.settingsChanged(); }),
  );
  workspace.textDocuments.forEach(consider);
}
