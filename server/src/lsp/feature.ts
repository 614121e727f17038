import type { Connection, ServerCapabilities } from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Answerer } from '../answering/answerer';
import type { Corrections } from '../documents/corrections/corrections';
import type { Documents } from '../documents/documents';
import type { Diagnoser } from '../evaluation/diagnoser/diagnoser';
import type { Groups } from '../graph/groups';
import type { KnowledgeGraph } from '../graph/knowledgeGraph';
import type { HopLensSettings } from '../protocol';

/** What a feature may use. */
export interface Services {
  readonly connection: Connection;
  readonly documents: Documents;
  readonly corrections: Corrections;
  /** The text of an open document, for positions; undefined while the questions read are those of an older text. */
  readonly text: (uri: string) => TextDocument | undefined;
  /** Resolves when the present text of a document was read: a long one is not at once. */
  readonly read: (uri: string) => Promise<void>;
  /** Undefined until it is loaded. */
  readonly graph: () => { readonly graph: KnowledgeGraph; readonly groups: Groups; readonly answerer: Answerer; readonly diagnoser: Diagnoser; readonly relationFrequency: Readonly<Record<string, number>> } | undefined;
  readonly settings: () => HopLensSettings;
  /** Says how long (milliseconds) a question took that the user asked for. */
  readonly answeredIn: (milliseconds: number) => void;
  /** Something that is shown of a document is new: the editor asks for it again. */
  readonly changed: (uri: string) => void;
  /** Folder that HopLens runs from. */
  readonly root: () => string;
  /** Folder of the documentation that is shipped. */
  readonly documentation: () => string;
}

/** A feature of the server: its capabilities are announced because it exists, so that the two cannot drift apart. */
export interface Feature {
  readonly capabilities: ServerCapabilities;
  register(services: Services): void;
}
