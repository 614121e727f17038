import { stat } from 'node:fs/promises';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { isSidecar, pathOf } from '../documents/corrections/sidecarPath';
import { shownMentions, type QuestionEntry } from '../documents/questionEntry';
import { rangeInDocument } from '../formats/format';
import { WorkspaceFiles, type Span, type WorkspaceFilesParams } from '../protocol';
import { readFileQuestions } from './evaluation/fileQuestions';
import type { Services } from './feature';

/** A larger file is looked into only while it is open (bytes). */
const LARGEST = 8_000_000;

/** An entity at its place in a file: linked by the model, pinned, or gold. */
export interface EntityPlace {
  readonly id: string;
  readonly label: string;
  readonly range: Span;
}

/** A question with the entities that it names. */
export interface IndexedQuestion {
  readonly text: string;
  readonly range: Span;
  readonly entities: readonly EntityPlace[];
}

/** A file of the workspace: what it asks and whom it names. */
export interface IndexedFile {
  readonly uri: string;
  readonly source: TextDocument;
  readonly questions: readonly IndexedQuestion[];
}

/** What the index uses: who tells it the files, and the documents that are open. */
export interface IndexServices {
  readonly connection: { onNotification(method: string, handler: (params: WorkspaceFilesParams) => void): unknown };
  readonly documents: Pick<Services['documents'], 'get'>;
  readonly text: Services['text'];
}

/**
 * The question files of the workspace, for symbols and references. Open ones are as they are linked now; of the others the gold entities and pins that they
 * themselves give are known: linking them all would take minutes. A file is read when it is first asked for, and again when it changed.
 */
export class WorkspaceIndex {
  #uris: readonly string[] = [];
  readonly #read = new Map<string, { readonly changed: number; readonly file: IndexedFile | undefined }>();

  constructor(private readonly services: IndexServices) {
    services.connection.onNotification(WorkspaceFiles, ({ uris }: WorkspaceFilesParams) => {
      this.#uris = uris;
      for (const uri of this.#read.keys()) if (!uris.includes(uri)) this.#read.delete(uri);
    });
  }

  /** All files, those that are open first. Between files the server goes on with other work. */
  async *files(open: readonly string[], signal: AbortSignal): AsyncGenerator<IndexedFile> {
    for (const uri of new Set([...open, ...this.#uris])) {
      signal.throwIfAborted();
      const file = open.includes(uri) ? await this.#load(uri) : await this.#cached(uri);
      if (file !== undefined) yield file;
    }
  }

  async #cached(uri: string): Promise<IndexedFile | undefined> {
    const path = pathOf(uri);
    const known = this.#read.get(uri);
    const now = path === undefined || isSidecar(uri) ? undefined : await stat(path).catch(() => undefined);
    if (now === undefined || now.size > LARGEST) return undefined;
    if (known?.changed === now.mtimeMs) return known.file;
    const file = await this.#load(uri);
    this.#read.set(uri, { changed: now.mtimeMs, file });
    return file;
  }

  /** A file that cannot be read is left out: nobody asked for this one. */
  async #load(uri: string): Promise<IndexedFile | undefined> {
    try {
      const { entries, source } = await readFileQuestions(this.services, uri);
      return entries.length === 0 ? undefined : { uri, source, questions: entries.map(indexed) };
    } catch {
      return undefined;
    }
  }
}

function indexed(entry: QuestionEntry): IndexedQuestion {
  const { question } = entry;
  const linked = shownMentions(entry).map(({ best: { id, label }, range }): EntityPlace => ({ id, label, range }));
  const places = [
    ...linked,
    ...question.pins.map((pin): EntityPlace => ({ id: pin.id, label: question.text.slice(pin.start, pin.end), range: rangeInDocument(question.offsets, pin) })),
    ...question.gold.filter(({ id }) => id !== '').map(({ id, label, span }): EntityPlace => ({ id, label, range: span === null ? question.range : rangeInDocument(question.offsets, span) })),
  ];
  // Gold that was linked is one place, not two; gold without a span says nothing beyond a mention of the same entity.
  const entities = places.filter((place, k) => !places.slice(0, k).some((other) => other.id === place.id && (place.range === question.range || (other.range.start === place.range.start && other.range.end === place.range.end))));
  return { text: question.text, range: question.range, entities };
}
