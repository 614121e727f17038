import type { Answerer } from '../answering/answerer';
import { parseQuestions } from '../formats/parseQuestions';
import type { FormatProblem } from '../formats/format';
import { keyOf, type QuestionEntry } from './questionEntry';

/** An open document: its questions in order, at one version. */
export interface OpenDocument {
  readonly uri: string;
  readonly version: number;
  readonly text: string;
  readonly format: string;
  readonly entries: readonly QuestionEntry[];
  readonly problems: readonly FormatProblem[];
}

/** Outcome of answering a whole document. */
export interface AllAnswered {
  readonly answered: number;
  readonly failed: number;
  readonly cancelled: boolean;
}

const isAbort = (error: unknown): boolean => error instanceof Error && error.name === 'AbortError';

/**
 * The open documents and the work on them. Text is parsed at once; questions are linked in the background, the newest document first; a question that did not
 * change keeps what is known of it, and work on one that is gone is aborted.
 */
export class Documents {
  readonly #open = new Map<string, OpenDocument>();
  readonly #work = new Map<QuestionEntry, { readonly controller: AbortController; readonly done: Promise<void> }>();
  #answerer: Answerer | undefined;

  /** @param onChanged called when a document's annotations changed; calls are not bundled here */
  constructor(private readonly onChanged: (uri: string) => void) {}

  /** The answerer is ready (or replaced): everything open is linked. */
  setAnswerer(answerer: Answerer | undefined): void {
    this.#answerer = answerer;
    for (const work of this.#work.values()) work.controller.abort();
    this.#work.clear();
    for (const document of this.#open.values()) {
      for (const entry of document.entries) Object.assign(entry, { explanation: undefined, error: undefined });
      this.#linkAll(document);
    }
  }

  get(uri: string): OpenDocument | undefined {
    return this.#open.get(uri);
  }

  /** Opens a document or takes its new text. */
  update(uri: string, version: number, text: string): OpenDocument {
    const parsed = parseQuestions(uri, text);
    const known = new Map<string, QuestionEntry[]>();
    for (const entry of this.#open.get(uri)?.entries ?? []) {
      const key = keyOf(entry.question);
      known.set(key, [...(known.get(key) ?? []), entry]);
    }
    const kept = new Set<QuestionEntry>();
    const entries = parsed.questions.map((question): QuestionEntry => {
      const before = known.get(keyOf(question))?.shift();
      if (before !== undefined) kept.add(before);
      const entry: QuestionEntry = { question, explanation: before?.explanation, asked: before?.asked ?? false, error: before?.error };
      const work = before === undefined ? undefined : this.#work.get(before);
      // The question moved while it was being linked: what comes out is for the new entry.
      if (before !== undefined && work !== undefined) this.#hand(before, entry, work);
      return entry;
    });
    for (const entry of this.#open.get(uri)?.entries ?? []) if (!kept.has(entry)) this.#withdraw(entry);
    const document: OpenDocument = { uri, version, text, format: parsed.format, entries, problems: parsed.problems };
    this.#open.set(uri, document);
    this.#linkAll(document);
    return document;
  }

  close(uri: string): void {
    for (const entry of this.#open.get(uri)?.entries ?? []) this.#withdraw(entry);
    this.#open.delete(uri);
  }

  /** Waits until a question is linked; marks it as asked for. @throws Error when it is gone or could not be answered, AbortError when withdrawn */
  async ask(uri: string, index: number): Promise<{ readonly document: OpenDocument; readonly entry: QuestionEntry }> {
    const document = this.#open.get(uri);
    const entry = document?.entries[index];
    if (document === undefined || entry === undefined) throw new Error('This question is no longer in the document. Run "Answer question" on it again.');
    await this.#link(document.uri, entry);
    if (entry.error !== undefined) throw new Error(entry.error);
    entry.asked = true;
    this.onChanged(uri);
    return { document, entry };
  }

  /** Answers every question of a document, in order; stops when the signal aborts and keeps what is done. */
  async askAll(uri: string, signal: AbortSignal, onProgress: (done: number, all: number) => void): Promise<AllAnswered> {
    const entries = this.#open.get(uri)?.entries ?? [];
    let answered = 0;
    let failed = 0;
    for (const [index, entry] of entries.entries()) {
      if (signal.aborted) return { answered, failed, cancelled: true };
      await this.#link(uri, entry);
      if (entry.error === undefined && entry.explanation !== undefined) {
        entry.asked = true;
        answered++;
      } else failed++;
      onProgress(index + 1, entries.length);
      if (index % 20 === 19) this.onChanged(uri);
    }
    this.onChanged(uri);
    return { answered, failed, cancelled: false };
  }

  /** Resolves when nothing is being linked any more: for tests. */
  async settled(): Promise<void> {
    while (this.#work.size > 0) await Promise.allSettled([...this.#work.values()].map((work) => work.done));
  }

  #linkAll(document: OpenDocument): void {
    for (const entry of document.entries) void this.#link(document.uri, entry);
  }

  #link(uri: string, entry: QuestionEntry): Promise<void> {
    const running = this.#work.get(entry);
    if (running !== undefined) return running.done;
    const answerer = this.#answerer;
    if (entry.explanation !== undefined || answerer === undefined) return Promise.resolve();
    const controller = new AbortController();
    const target = { entry };
    const done = answerer.answer(entry.question.text, { pins: entry.question.pins, signal: controller.signal }).then(
      (explanation) => {
        Object.assign(target.entry, { explanation, error: undefined });
      },
      (error: unknown) => {
        if (!isAbort(error)) target.entry.error = error instanceof Error ? error.message : String(error);
      },
    ).finally(() => {
      this.#work.delete(target.entry);
      this.onChanged(uri);
    });
    this.#work.set(entry, { controller, done });
    this.#targets.set(entry, target);
    return done;
  }

  /** Where the result of a running link goes: the entry may be replaced while it runs. */
  readonly #targets = new WeakMap<QuestionEntry, { entry: QuestionEntry }>();

  #hand(from: QuestionEntry, to: QuestionEntry, work: { readonly controller: AbortController; readonly done: Promise<void> }): void {
    const target = this.#targets.get(from);
    if (target === undefined) return;
    target.entry = to;
    this.#targets.set(to, target);
    this.#work.delete(from);
    this.#work.set(to, work);
  }

  #withdraw(entry: QuestionEntry): void {
    this.#work.get(entry)?.controller.abort();
    this.#work.delete(entry);
  }
}
