import type { Connection, ServerCapabilities } from 'vscode-languageserver/node';
import type { Groups } from '../graph/groups';
import type { KnowledgeGraph } from '../graph/knowledgeGraph';
import type { Documents } from '../documents/documents';
import type { TextDocument } from 'vscode-languageserver-textdocument';

/** What a feature may use. The graph is undefined until it is loaded. */
export interface Services {
  readonly connection: Connection;
  readonly documents: Documents;
  /** The text of an open document, for positions. */
  readonly text: (uri: string) => TextDocument | undefined;
  readonly graph: () => { readonly graph: KnowledgeGraph; readonly groups: Groups } | undefined;
}

/** A feature of the server: its capabilities are announced because it exists, so that the two cannot drift apart. */
export interface Feature {
  readonly capabilities: ServerCapabilities;
  register(services: Services): void;
}
