import { join } from 'node:path';
import { TextDocuments, TextDocumentSyncKind, type Connection, type InitializeResult } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Answerer } from '../answering/answerer';
import { createAnswerer } from '../answering/createAnswerer';
import { EMBEDDED } from '../answering/openPipeline';
import { Documents } from '../documents/documents';
import { buildGroups, type Groups } from '../graph/groups';
import { AnnotationsChanged, StatusChanged, type HopLensSettings, type InitializationOptions, type ServerStatus } from '../protocol';
import { FEATURES } from './features';
import { Refresher } from './refresher';

const isOptions = (value: unknown): value is InitializationOptions => typeof value === 'object' && value !== null && 'assets' in value && 'settings' in value;

/** Wires connection, documents, answerer and features. Nothing else constructs them. */
export function startServer(connection: Connection): void {
  const texts = new TextDocuments(TextDocument);
  const refresher = new Refresher(connection, (uri) => {
    void connection.sendNotification(AnnotationsChanged, { uri, version: documents.get(uri)?.version ?? -1 });
  });
  const documents = new Documents((uri) => {
    refresher.changed(uri);
  });
  let loaded: { readonly answerer: Answerer; readonly groups: Groups } | undefined;
  let assets = '';
  const report = (status: ServerStatus): void => {
    void connection.sendNotification(StatusChanged, status);
  };

  const load = async (settings: HopLensSettings): Promise<void> => {
    const previous = loaded;
    loaded = undefined;
    documents.setAnswerer(undefined);
    report({ state: 'loading', graph: '', model: '', message: 'Loading graph and model', lastMillis: null });
    try {
      await previous?.answerer.close();
      const began = performance.now();
      const answerer = await createAnswerer({
        graph: settings.graphPath === '' ? join(assets, EMBEDDED.graph) : settings.graphPath,
        model: settings.modelPath === '' ? join(assets, EMBEDDED.model) : settings.modelPath,
      }, join(__dirname, 'worker.cjs'));
      loaded = { answerer, groups: buildGroups(answerer.graph) };
      connection.console.info(`Loaded ${answerer.graph.provenance.name} and ${answerer.modelName} in ${String(Math.round(performance.now() - began))} ms.`);
      const { name, entities } = answerer.graph.provenance;
      report({ state: 'ready', graph: `${name}, ${entities.toLocaleString('en-US')} entities`, model: answerer.modelName, message: '', lastMillis: null });
      documents.setAnswerer(answerer);
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      connection.console.error(message);
      report({ state: 'failed', graph: '', model: '', message, lastMillis: null });
    }
  };

  connection.onInitialize(({ initializationOptions, capabilities }): InitializeResult => {
    const given: unknown = initializationOptions;
    refresher.use(capabilities);
    if (isOptions(given)) {
      assets = given.assets;
      void load(given.settings);
    }
    return { capabilities: Object.assign({ textDocumentSync: TextDocumentSyncKind.Incremental }, ...FEATURES.map((feature) => feature.capabilities)) as InitializeResult['capabilities'] };
  });
  connection.onNotification('hoplens/settingsChanged', (settings: HopLensSettings) => {
    void load(settings);
  });
  texts.onDidChangeContent(({ document }) => {
    documents.update(document.uri, document.version, document.getText());
    refresher.changed(document.uri);
  });
  texts.onDidClose(({ document }) => {
    documents.close(document.uri);
  });
  const services = {
    connection, documents,
    text: (uri: string) => texts.get(uri),
    graph: () => (loaded === undefined ? undefined : { graph: loaded.answerer.graph, groups: loaded.groups }),
  };
  for (const feature of FEATURES) feature.register(services);
  connection.onShutdown(async () => {
    await loaded?.answerer.close();
  });
  texts.listen(connection);
  connection.listen();
}
