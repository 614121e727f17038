import type { Answerer } from '../answering/answerer';
import type { FormatProblem, ParsedFile } from '../formats/format';
import { parseQuestions } from '../formats/parseQuestions';
import type { Explanation, Span } from '../protocol';
import type { Corrections } from './corrections/corrections';
import { UNCORRECTED } from './corrections/given';
import { QuestionGone } from './questionGone';
import { SYSTEM_CLOCK, type Clock } from './clock';
import { Linker } from './linker';
import { keyOf, type QuestionEntry } from './questionEntry';
import { Readiness } from './readiness';
import { readInSlices } from './readInSlices';

/** An open document: its questions in order, at one version. */
export interface OpenDocument {
  readonly uri: string;
  readonly version: number;
  readonly format: string;
  readonly entries: readonly QuestionEntry[];
  readonly problems: readonly FormatProblem[];
}

/** A document's text as the editor sends it. */
export interface DocumentText {
  readonly uri: string;
  /** A name for the format to go by; the URI where none is given. */
  readonly path?: string;
  readonly version: number;
  readonly text: string;
}

/** What the documents are given from outside. */
export interface DocumentsOptions {
  /** Called when a document's annotations changed; calls are not bundled here. */
  readonly onChanged: (uri: string) => void;
  /** Whether plain text and Markdown are question files too: the setting. */
  readonly anyText?: () => boolean;
  readonly clock?: Clock;
  /** What the sidecars say; nothing where there are none to be read. */
  readonly corrections?: Corrections;
}

/** Outcome of answering a whole document. */
export interface AllAnswered {
  readonly answered: number;
  readonly failed: number;
  readonly cancelled: boolean;
}

/** Longer texts (UTF-16 units) are read in slices, so that nothing else waits for it; still longer ones not at every keystroke but after a pause (milliseconds). */
const LONG = 50_000;
const LARGE = 300_000;
const PAUSE = 400;

/**
 * The open documents and the work on them. A text is parsed at once, a long one in slices; its questions are linked in the background: those of the document touched last first, and in
 * it those in view. A question that did not change keeps what is known of it, and work on one that is gone is aborted.
 */
export class Documents {
  /** The document touched last is the last one. */
  readonly #open = new Map<string, OpenDocument>();
  readonly #inView = new Map<string, Span>();
  /** Texts that are still to be read, or are being read: how to call that off. */
  readonly #reading = new Map<string, () => void>();
  readonly #answerer = new Readiness<Answerer>();
  readonly #linker: Linker;
  readonly #owner = new WeakMap<QuestionEntry, string>();

  constructor(private readonly options: DocumentsOptions) {
    this.#linker = new Linker(() => this.#next(), (entry) => {
      const uri = this.#owner.get(entry);
      if (uri !== undefined) options.onChanged(uri);
    });
  }

  /** Graph and model are being loaded: nothing is linked until they are there. */
  loading(): void {
    this.#answerer.loading();
    this.#linker.setAnswerer(undefined);
  }

  /** They could not be loaded, and why: requests that wait hear it. */
  failed(message: string): void {
    this.#answerer.failed(message);
    this.#linker.setAnswerer(undefined);
  }

  /** They are there: everything open is linked (again). */
  ready(answerer: Answerer): void {
    for (const { entries } of this.#open.values()) for (const entry of entries) Object.assign(entry, { linked: undefined, error: undefined });
    this.#answerer.ready(answerer);
    this.#linker.setAnswerer(answerer);
  }

  /** The documents that are open. */
  get uris(): readonly string[] {
    return [...this.#open.keys()];
  }

  /** What answers, as soon as graph and model are there. @throws Error with the reason when they could not be loaded; AbortError */
  answerer(signal?: AbortSignal): Promise<Answerer> {
    return this.#answerer.wait(signal);
  }

  get(uri: string): OpenDocument | undefined {
    return this.#open.get(uri);
  }

  /** Questions of a document that are not linked yet. */
  waiting(uri: string): number {
    return this.#open.get(uri)?.entries.filter(isWaiting).length ?? 0;
  }

  /** Opens a document or takes its new text. */
  update(document: DocumentText): void {
    this.#reading.get(document.uri)?.();
    this.#reading.delete(document.uri);
    const { uri, path = uri, text } = document;
    if (text.length <= LONG) this.#take(document, parseQuestions(path, text, { anyText: this.#anyText() }));
    else if (text.length <= LARGE || !this.#open.has(uri)) void this.#readInSlices(document);
    else this.#reading.set(uri, (this.options.clock ?? SYSTEM_CLOCK).after(PAUSE, () => { void this.#readInSlices(document); }));
  }

  close(uri: string): void {
    this.#reading.get(uri)?.();
    for (const entry of this.#open.get(uri)?.entries ?? []) this.#linker.withdraw(entry);
    for (const map of [this.#reading, this.#open, this.#inView]) map.delete(uri);
    this.options.corrections?.close(uri);
    this.#linker.pump();
  }

  /** The corrections of a document are others now: what they change is linked again. */
  corrected(uri: string): void {
    const document = this.#open.get(uri);
    if (document === undefined) return;
    this.#correct(uri, document.entries);
    this.options.onChanged(uri);
    this.#linker.pump();
  }

  /** The editor shows this part of a document: its questions come first from now on. Resolves when they are linked. */
  async show(uri: string, span: Span): Promise<void> {
    const document = this.#open.get(uri);
    if (document === undefined) return;
    this.#touch(document);
    this.#inView.set(uri, span);
    await Promise.all(document.entries.filter((entry) => isIn(entry, span)).map((entry) => this.#linker.link(entry)));
  }

  /**
   * Answers a question in full, as soon as graph and model are there; unless `quiet` the answer is shown beside it.
   *
   * @throws QuestionGone, AbortError, and Error with the reason when it cannot be answered
   */
  async ask(uri: string, index: number, { quiet = false, signal }: { readonly quiet?: boolean; readonly signal?: AbortSignal } = {}): Promise<{ readonly document: OpenDocument; readonly index: number; readonly explanation: Explanation }> {
    const entry = this.#open.get(uri)?.entries[index];
    if (entry === undefined) throw new QuestionGone('This question is no longer in the document.');
    const answerer = await this.#answerer.wait(signal);
    const explanation = await this.#linker.explain(entry, answerer, signal);
    const document = this.#open.get(uri);
    const now = document?.entries.indexOf(entry) ?? -1;
    if (document === undefined || now < 0) throw new QuestionGone('This question changed before it was answered.');
    if (!quiet) entry.asked = true;
    this.options.onChanged(uri);
    return { document, index: now, explanation };
  }

  /** Answers every question of a document, in order; stops when the signal aborts and keeps what is done. @throws Error with the reason when nothing can be answered */
  async askAll(uri: string, signal: AbortSignal, onProgress: (done: number, all: number) => void): Promise<AllAnswered> {
    await this.#answerer.wait(signal);
    const entries = this.#open.get(uri)?.entries ?? [];
    let answered = 0;
    let failed = 0;
    for (const [index, entry] of entries.entries()) {
      if (signal.aborted) break;
      await this.#linker.link(entry);
      entry.asked = true;
      if (entry.linked !== undefined) answered++;
      else if (entry.error !== undefined) failed++;
      onProgress(index + 1, entries.length);
    }
    this.options.onChanged(uri);
    return { answered, failed, cancelled: signal.aborted };
  }

  /** Nothing is linked in the background until the function returned is called: an evaluation would share the model with it. */
  pause(): () => void {
    return this.#linker.pause();
  }

  /** Resolves when nothing is being linked any more: for tests. */
  settled(): Promise<void> {
    return this.#linker.settled();
  }

  #anyText(): boolean {
    return this.options.anyText?.() ?? true;
  }

  /** Never rejects: what cannot be read in slices (broken JSON) is read at once, and says what is wrong with it. */
  async #readInSlices(document: DocumentText): Promise<void> {
    const { uri, path = uri, text } = document;
    const controller = new AbortController();
    this.#reading.set(uri, () => { controller.abort(); });
    const anyText = this.#anyText();
    const parsed = await readInSlices(path, text, anyText, controller.signal).catch(() => (controller.signal.aborted ? undefined : parseQuestions(path, text, { anyText })));
    if (parsed === undefined || controller.signal.aborted) return;
    this.#reading.delete(uri);
    this.#take(document, parsed);
  }

  #take({ uri, version }: Pick<DocumentText, 'uri' | 'version'>, parsed: ParsedFile): void {
    const before = this.#open.get(uri)?.entries ?? [];
    const known = new Map<string, QuestionEntry[]>();
    for (const entry of before) known.set(keyOf(entry.question), [...(known.get(keyOf(entry.question)) ?? []), entry]);
    const entries = parsed.questions.map((question): QuestionEntry => {
      const entry = known.get(keyOf(question))?.shift() ?? { question, linked: undefined, asked: false, error: undefined };
      entry.question = question;
      this.#owner.set(entry, uri);
      return entry;
    });
    for (const gone of known.values()) for (const entry of gone) this.#linker.withdraw(entry);
    this.options.corrections?.open(uri);
    this.#correct(uri, entries);
    this.#touch({ uri, version, format: parsed.format, entries, problems: parsed.format === '' ? [] : parsed.problems });
    this.options.onChanged(uri);
    this.#linker.pump();
  }

  /** Tells every question what is corrected in it; one that is told something else than before waits to be linked again. */
  #correct(uri: string, entries: readonly QuestionEntry[]): void {
    const all = this.options.corrections?.of(uri, entries.map(({ question }) => question)) ?? [];
    for (const [index, entry] of entries.entries()) {
      const before = entry.corrected ?? UNCORRECTED;
      const now = all[index] ?? UNCORRECTED;
      if (now === before) continue;
      const same = JSON.stringify(now.given) === JSON.stringify(before.given);
      entry.corrected = same ? { ...now, given: before.given } : now;
      if (same) continue;
      this.#linker.withdraw(entry);
      Object.assign(entry, { linked: undefined, error: undefined });
    }
  }

  #touch(document: OpenDocument): void {
    this.#open.delete(document.uri);
    this.#open.set(document.uri, document);
  }

  #next(): QuestionEntry | undefined {
    const free = (entry: QuestionEntry): boolean => isWaiting(entry) && !this.#linker.isRunning(entry);
    for (const { uri, entries } of [...this.#open.values()].reverse()) {
      const view = this.#inView.get(uri);
      const found = (view === undefined ? undefined : entries.find((entry) => isIn(entry, view) && free(entry))) ?? entries.find(free);
      if (found !== undefined) return found;
    }
    return undefined;
  }
}

const isWaiting = ({ linked, error }: QuestionEntry): boolean => linked === undefined && error === undefined;
const isIn = ({ question: { range } }: QuestionEntry, { start, end }: Span): boolean => range.start <= end && start <= range.end;
