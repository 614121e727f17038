import { join } from 'node:path';
import { TextDocuments, TextDocumentSyncKind, type Connection, type InitializeResult, type ServerCapabilities } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { Corrections } from '../documents/corrections/corrections';
import { isSidecar } from '../documents/corrections/sidecarPath';
import { Documents } from '../documents/documents';
import { AnnotationsChanged, SettingsChanged, StatusChanged, type AnnotationsChangedParams, type HopLensSettings, type InitializationOptions } from '../protocol';
import { Arrivals } from './arrivals';
import { documentSummary } from './documentQuestions';
import { FEATURES } from './features';
import { Loader } from './loader';
import { Refresher } from './refresher';

const DEFAULTS: HopLensSettings = { graphPath: '', modelPath: '', answerThreshold: null, minimumScore: 0.1, annotateOtherLanguages: true };
/** Files of our own language are plain text whatever their name, untitled ones too. */
const OWN_LANGUAGE = 'hoplens-questions';

/** Wires connection, documents, loader and features. Nothing else constructs them. */
export function startServer(connection: Connection): void {
  let settings = DEFAULTS;
  const texts = new TextDocuments(TextDocument);
  const refresher = new Refresher(connection, (uri) => {
    void connection.sendNotification(AnnotationsChanged, { uri, ...documentSummary(documents.get(uri)) } satisfies AnnotationsChangedParams);
  }, (uri) => documents.waiting(uri));
  const corrections = new Corrections((uri) => { documents.corrected(uri); });
  const arrivals: Arrivals = new Arrivals((uri) => {
    const source = texts.get(uri);
    return source === undefined || isSidecar(uri) || documents.get(uri)?.version === source.version;
  });
  const documents: Documents = new Documents({
    corrections,
    onChanged: (uri) => {
      arrivals.look(uri);
      refresher.changed(uri);
    },
    anyText: () => settings.annotateOtherLanguages,
  });
  const loader = new Loader(documents, connection.console, (status) => {
    void connection.sendNotification(StatusChanged, status);
  });
  const read = (document: TextDocument): void => {
    const { uri, languageId, version } = document;
    if (isSidecar(uri)) return;
    documents.update({ uri, version, text: document.getText(), ...(languageId === OWN_LANGUAGE ? { path: `${uri}.questions` } : {}) });
  };

  connection.onInitialize(({ initializationOptions, capabilities }): InitializeResult => {
    refresher.use(capabilities);
    if (isOptions(initializationOptions)) {
      settings = initializationOptions.settings;
      loader.assets = initializationOptions.assets;
    }
    const own: ServerCapabilities = { textDocumentSync: TextDocumentSyncKind.Incremental };
    return { capabilities: FEATURES.reduce<ServerCapabilities>((all, feature) => ({ ...all, ...feature.capabilities }), own), serverInfo: { name: 'HopLens' } };
  });
  connection.onInitialized(() => {
    void loader.load(settings);
  });
  connection.onNotification(SettingsChanged, (now: HopLensSettings) => {
    const before = settings;
    settings = now;
    if (now.graphPath !== before.graphPath || now.modelPath !== before.modelPath || now.answerThreshold !== before.answerThreshold) void loader.load(now);
    for (const document of texts.all()) {
      if (now.annotateOtherLanguages !== before.annotateOtherLanguages) read(document);
      refresher.changed(document.uri);
    }
  });
  texts.onDidChangeContent(({ document }) => {
    read(document);
  });
  texts.onDidClose(({ document: { uri } }) => {
    documents.close(uri);
    arrivals.look(uri);
  });
  const services = {
    connection, documents, corrections,
    text: (uri: string) => {
      const source = texts.get(uri);
      const document = documents.get(uri);
      return document !== undefined && document.version !== source?.version ? undefined : source;
    },
    read: (uri: string) => arrivals.wait(uri),
    graph: () => loader.loaded,
    settings: () => settings,
    answeredIn: (milliseconds: number) => { loader.answeredIn(milliseconds); },
    changed: (uri: string) => { refresher.changed(uri); },
    root: () => join(loader.assets, '..'),
    documentation: () => join(loader.assets, '..', 'docs'),
  };
  for (const feature of FEATURES) feature.register(services);
  connection.onShutdown(() => loader.close());
  texts.listen(connection);
  connection.listen();
}

function isOptions(value: unknown): value is InitializationOptions {
  return typeof value === 'object' && value !== null && 'assets' in value && typeof value.assets === 'string' && 'settings' in value && typeof value.settings === 'object' && value.settings !== null;
}
