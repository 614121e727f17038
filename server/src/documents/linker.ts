import type { Answerer } from '../answering/answerer';
import type { Explanation } from '../protocol';
import { linkedOf, toldOf, type QuestionEntry } from './questionEntry';

/** So many questions are with the answerer at a time in the background: one runs, one waits. What is asked for by hand waits behind no more than these. */
const IN_FLIGHT = 2;

const isAbort = (error: unknown): boolean => error instanceof Error && error.name === 'AbortError';

/**
 * Links questions with the answerer: those asked for at once, the others in the background, one after the other in the order that `next` says. Each question
 * runs once at a time, and not any more when it was withdrawn.
 */
export class Linker {
  readonly #running = new Map<QuestionEntry, { readonly controller: AbortController; readonly done: Promise<void> }>();
  #answerer: Answerer | undefined;
  #pauses = 0;

  /**
   * @param next the question to link in the background; undefined when there is none. It must not be one that `isRunning`
   * @param onLinked called after each question, linked or failed
   */
  constructor(private readonly next: () => QuestionEntry | undefined, private readonly onLinked: (entry: QuestionEntry) => void) {}

  get answerer(): Answerer | undefined {
    return this.#answerer;
  }

  /** Takes another answerer, or none while one loads; what runs with the old one is aborted. */
  setAnswerer(answerer: Answerer | undefined): void {
    for (const entry of [...this.#running.keys()]) this.withdraw(entry);
    this.#answerer = answerer;
    this.pump();
  }

  isRunning(entry: QuestionEntry): boolean {
    return this.#running.has(entry);
  }

  /** Answers in full, ahead of the background. @throws Error of the answerer; AbortError when the signal aborts */
  async explain(entry: QuestionEntry, answerer: Answerer, signal?: AbortSignal): Promise<Explanation> {
    const given = entry.corrected?.given;
    const explanation = await answerer.answer(entry.question.text, { ...toldOf(entry), ...(signal === undefined ? {} : { signal }) });
    // Corrected in the meantime: what was answered is of before.
    if (entry.corrected?.given !== given) return this.explain(entry, answerer, signal);
    Object.assign(entry, { linked: linkedOf(explanation, entry.question), error: undefined });
    return explanation;
  }

  /** Resolves when a question is linked or failed, at once where it is already, or where nothing can be linked yet. */
  link(entry: QuestionEntry): Promise<void> {
    const running = this.#running.get(entry);
    if (running !== undefined) return running.done;
    const answerer = this.#answerer;
    if (answerer === undefined || entry.linked !== undefined || entry.error !== undefined) return Promise.resolve();
    const controller = new AbortController();
    const done = this.#run(answerer, entry, controller.signal);
    this.#running.set(entry, { controller, done });
    return done;
  }

  /** Work on a question that is gone stops; nothing of it is kept. */
  withdraw(entry: QuestionEntry): void {
    this.#running.get(entry)?.controller.abort();
    this.#running.delete(entry);
  }

  /** Leaves the answerer to a long work that asks it question by question; what is asked for or in view is linked all the same. @returns to be called once, at its end */
  pause(): () => void {
    this.#pauses++;
    return () => {
      this.#pauses--;
      this.pump();
    };
  }

  /** Starts background work where there is room. */
  pump(): void {
    while (this.#pauses === 0 && this.#answerer !== undefined && this.#running.size < IN_FLIGHT) {
      const entry = this.next();
      if (entry === undefined) return;
      void this.link(entry);
    }
  }

  /** Resolves when nothing runs any more. */
  async settled(): Promise<void> {
    while (this.#running.size > 0) await Promise.all([...this.#running.values()].map((work) => work.done));
  }

  async #run(answerer: Answerer, entry: QuestionEntry, signal: AbortSignal): Promise<void> {
    const { question } = entry;
    try {
      const explanation = await answerer.answer(question.text, { ...toldOf(entry), signal });
      if (!signal.aborted) Object.assign(entry, { linked: linkedOf(explanation, entry.question), error: undefined });
    } catch (error) {
      if (!signal.aborted && !isAbort(error)) entry.error = error instanceof Error ? error.message : String(error);
    }
    if (signal.aborted) return;
    this.#running.delete(entry);
    this.onLinked(entry);
    this.pump();
  }
}
