import { EventEmitter, workspace, type Disposable, type TextDocument } from 'vscode';
import type { DocumentQuestion, DocumentQuestionsResult } from '../../server/src/protocol';
import { questionAt } from './questionAt';
import type { Server } from './server';

/** What the server knows of the open documents, kept up to date: for decorations, lenses, commands and the panel. */
export class Annotations implements Disposable {
  readonly #known = new Map<string, DocumentQuestionsResult>();
  readonly #changed = new EventEmitter<string>();
  readonly #subscriptions: Disposable[];
  /** Fires with the uri of a document whose annotations are new. */
  readonly onChanged = this.#changed.event;

  constructor(private readonly server: Server) {
    this.#subscriptions = [
      server.onAnnotations(({ uri }) => {
        void this.#fetch(uri).catch(() => undefined);
      }),
      workspace.onDidCloseTextDocument(({ uri }) => {
        this.#known.delete(uri.toString());
      }),
    ];
  }

  /** The annotations of a document, where they are of its present text. */
  of(document: TextDocument): DocumentQuestionsResult | undefined {
    const known = this.#known.get(document.uri.toString());
    return known?.version === document.version ? known : undefined;
  }

  /** The question at an offset of a document, or on its line; asks the server where nothing is known yet. */
  async questionAt(document: TextDocument, offset: number): Promise<DocumentQuestion | undefined> {
    const { questions } = this.of(document) ?? await this.#fetch(document.uri.toString());
    return questionAt(questions, offset, document.positionAt(offset).line);
  }

  /** The annotations of a document by uri, fresh from the server. */
  latest(uri: string): Promise<DocumentQuestionsResult> {
    return this.#fetch(uri);
  }

  dispose(): void {
    for (const one of this.#subscriptions) one.dispose();
    this.#changed.dispose();
  }

  async #fetch(uri: string): Promise<DocumentQuestionsResult> {
    const result = await this.server.documentQuestions(uri);
    const open = workspace.textDocuments.some((document) => document.uri.toString() === uri);
    if (open && result.version >= (this.#known.get(uri)?.version ?? -1)) {
      this.#known.set(uri, result);
      this.#changed.fire(uri);
    }
    return result;
  }
}
