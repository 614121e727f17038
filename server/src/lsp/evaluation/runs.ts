import { compareRuns } from '../../evaluation/compareRuns';
import { readRun } from '../../evaluation/readRun';
import type { Comparison, EvaluationRun } from '../../protocol';

/** So many files keep their runs; the one that was evaluated longest ago gives way. */
const MOST_FILES = 20;

/** The last two runs of each file: one to look at, one to compare it with. */
export class Runs {
  readonly #kept = new Map<string, { readonly last: EvaluationRun; readonly previous: EvaluationRun | undefined }>();

  add(uri: string, run: EvaluationRun): void {
    const previous = this.#kept.get(uri)?.last;
    this.#kept.delete(uri);
    this.#kept.set(uri, { last: run, previous });
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > MOST_FILES && oldest !== undefined) this.#kept.delete(oldest);
  }

  /** The last run of every file. */
  all(): readonly (readonly [string, EvaluationRun])[] {
    return [...this.#kept].map(([uri, { last }]) => [uri, last]);
  }

  /** @throws Error where the file was not evaluated yet */
  last(uri: string): EvaluationRun {
    const kept = this.#kept.get(uri);
    if (kept === undefined) throw new Error('This file was not evaluated yet. Run "HopLens: Evaluate file" first.');
    return kept.last;
  }

  previous(uri: string): EvaluationRun | undefined {
    return this.#kept.get(uri)?.previous;
  }

  /** The last run beside an earlier one: "previous", or the path of a run that was saved. @throws InputError, Error where there is none */
  async compared(uri: string, with_: string | undefined): Promise<Comparison | undefined> {
    if (with_ === undefined) return undefined;
    const earlier = with_ === 'previous' ? this.previous(uri) : await readRun(with_);
    if (earlier === undefined) throw new Error('There is no earlier run of this file in this session. Choose one that was saved as JSON.');
    return compareRuns(earlier, this.last(uri));
  }
}
