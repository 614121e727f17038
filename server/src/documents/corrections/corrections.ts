import type { ParsedQuestion } from '../../formats/format';
import { SYSTEM_CLOCK, type Clock } from '../clock';
import type { Attached, Orphan } from './attach';
import { correctQuestions } from './correctQuestions';
import { UNCORRECTED, type Corrected } from './given';
import { changesFor, type Wish } from './newCorrection';
import { EMPTY_SIDECAR, parseSidecar, type Sidecar } from './sidecarFile';
import { SidecarError } from './sidecarError';
import { sidecarOf } from './sidecarPath';
import { changeSidecar, readSidecarText } from './sidecarStore';
import type { StoredCorrection } from './storedCorrection';
import { watchFile } from './watchFile';

/** The corrections of one document as they are now. */
export interface CorrectionState {
  readonly path: string;
  /** The sidecar's text; undefined where there is none. */
  readonly text: string | undefined;
  readonly sidecar: Sidecar;
  /** Why the sidecar is not used; its corrections are then none. */
  readonly error: SidecarError | undefined;
  readonly orphans: readonly Orphan[];
  /** Attached by closeness only. */
  readonly moved: readonly Attached[];
  readonly overruled: readonly Attached[];
}

interface Kept {
  readonly path: string;
  readonly stop: () => void;
  text: string | undefined;
  sidecar: Sidecar;
  error: SidecarError | undefined;
  orphans: readonly Orphan[];
  moved: readonly Attached[];
  overruled: readonly Attached[];
  /** Texts of the questions that stood beside a correction's own when it was last found by its text. */
  readonly beside: Map<string, ReadonlySet<string>>;
}

/** A change on disk is looked at after so many milliseconds: one change is many events. */
const SETTLE = 30;

/** The sidecars of the open documents: read, watched, and changed. */
export class Corrections {
  readonly #kept = new Map<string, Kept>();

  /** @param onChanged the sidecar of a document is another now, by whoever's hand */
  constructor(private readonly onChanged: (uri: string) => void, private readonly clock: Clock = SYSTEM_CLOCK) {}

  /** A document opens: its sidecar is read, so that its first annotation is corrected already, and watched. */
  open(uri: string): void {
    const path = sidecarOf(uri);
    if (path === undefined || this.#kept.has(uri)) return;
    let waiting = false;
    const stop = watchFile(path, () => {
      if (waiting) return;
      waiting = true;
      this.clock.after(SETTLE, () => {
        waiting = false;
        if (this.#read(uri)) this.onChanged(uri);
      });
    });
    this.#kept.set(uri, { path, stop, text: undefined, sidecar: EMPTY_SIDECAR, error: undefined, orphans: [], moved: [], overruled: [], beside: new Map() });
    this.#read(uri);
  }

  close(uri: string): void {
    this.#kept.get(uri)?.stop();
    this.#kept.delete(uri);
  }

  state(uri: string): CorrectionState | undefined {
    return this.#kept.get(uri);
  }

  /** The sidecars of all open documents. */
  sidecars(): Sidecar[] {
    return [...this.#kept.values()].map(({ sidecar }) => sidecar);
  }

  /** What is corrected in each question of a document, in their order. */
  of(uri: string, questions: readonly ParsedQuestion[]): readonly Corrected[] {
    const kept = this.#kept.get(uri);
    if (kept === undefined) return questions.map(() => UNCORRECTED);
    const { corrected, attached, orphans } = correctQuestions(kept.sidecar, questions, (id) => kept.beside.get(id));
    const exact = attached.filter((one) => one.exact);
    const texts = exact.length === 0 ? new Set<string>() : new Set(questions.map(({ text }) => text));
    for (const { correction } of exact) kept.beside.set(correction.id, texts);
    kept.overruled = corrected.flatMap(({ overruled }) => overruled);
    kept.moved = attached.filter((one) => !one.exact);
    kept.orphans = orphans;
    return corrected;
  }

  /** Corrects words of a question. @returns the new corrections' ids @throws SidecarError; Error where the document has no place for a sidecar */
  async correct(uri: string, questions: readonly ParsedQuestion[], index: number, wish: Wish, held: readonly Attached[]): Promise<string[]> {
    const { add, replaced } = changesFor(questions, index, wish, held);
    await this.change(uri, (corrections) => [...corrections.filter(({ id }) => !replaced.has(id)), ...add]);
    return add.map(({ id }) => id);
  }

  /** Changes the corrections of a document, open or not. @throws SidecarError; Error where the document has no place for a sidecar */
  async change(uri: string, change: (corrections: readonly StoredCorrection[]) => readonly StoredCorrection[]): Promise<void> {
    const path = sidecarOf(uri);
    if (path === undefined) throw new Error('Corrections are kept beside a file on this machine. Save the document first.');
    await changeSidecar(path, (sidecar) => ({
      ...sidecar,
      corrections: change(sidecar.corrections.map(({ correction }) => correction)).map((correction) => ({ correction, range: { start: 0, end: 0 } })),
    }));
    if (this.#read(uri)) this.onChanged(uri);
  }

  /** Reads a document's sidecar. @returns whether it is another than before */
  #read(uri: string): boolean {
    const kept = this.#kept.get(uri);
    if (kept === undefined) return false;
    try {
      const text = readSidecarText(kept.path);
      if (text === kept.text && kept.error === undefined) return false;
      kept.text = text;
      kept.sidecar = text === undefined ? EMPTY_SIDECAR : parseSidecar(kept.path, text);
      kept.error = undefined;
    } catch (error) {
      if (!(error instanceof SidecarError)) throw error;
      const same = kept.error?.message === error.message;
      kept.sidecar = EMPTY_SIDECAR;
      kept.error = error;
      return !same;
    }
    return true;
  }
}
