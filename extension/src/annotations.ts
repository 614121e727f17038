import { EventEmitter, workspace, type Disposable, type TextDocument } from 'vscode';
import type { DocumentQuestion, DocumentQuestionsResult, DocumentSummary, QuestionsWanted } from '../../server/src/protocol';
import type { Server } from './server';

/**
 * What the server knows of the open documents: for decorations, lenses, commands and the panel. Only a line of each document is held here; questions are asked
 * for when they are shown, so that a file of ten thousand costs the editor no more than one of ten.
 */
export class Annotations implements Disposable {
  readonly #known = new Map<string, DocumentSummary>();
  readonly #changed = new EventEmitter<string>();
  readonly #subscriptions: Disposable[];
  /** Fires with the uri of a document whose annotations are new. */
  readonly onChanged = this.#changed.event;

  constructor(private readonly server: Server) {
    this.#subscriptions = [
      server.onAnnotations(({ uri, ...summary }) => {
        if (!workspace.textDocuments.some((document) => document.uri.toString() === uri)) return;
        this.#known.set(uri, summary);
        this.#changed.fire(uri);
      }),
      workspace.onDidCloseTextDocument(({ uri }) => {
        this.#known.delete(uri.toString());
      }),
    ];
  }

  /** A document as a whole, where the server has read its present text. */
  of(document: TextDocument): DocumentSummary | undefined {
    const known = this.#known.get(document.uri.toString());
    return known?.version === document.version ? known : undefined;
  }

  /** Some questions of a document, fresh from the server; their version says of which text. */
  questions(uri: string, wanted: QuestionsWanted): Promise<DocumentQuestionsResult> {
    return this.server.documentQuestions({ uri, wanted });
  }

  /** The question at an offset of a document, or on its line; undefined where there is none, or the server has read another text. */
  async questionAt(document: TextDocument, offset: number): Promise<DocumentQuestion | undefined> {
    const { version } = document;
    const told = await this.questions(document.uri.toString(), { offset });
    return told.version === version ? told.questions[0] : undefined;
  }

  /** A question by its index. */
  async question(uri: string, index: number): Promise<DocumentQuestion | undefined> {
    return (await this.questions(uri, { index })).questions[0];
  }

  dispose(): void {
    for (const one of this.#subscriptions) one.dispose();
    this.#changed.dispose();
  }
}
