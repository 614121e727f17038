import { AbortError } from '../../answering/abortError';
import { onAbort } from '../../answering/onAbort';
import type { Miss } from '../../protocol';
import type { DiagnosisSetting, Judged, Prediction } from '../causes/judged';
import { errorOf, refusalOf, type End, type FromDiagnoser, type ToDiagnoser } from './messages';

/** What a diagnosis is given from outside; the graph is the diagnoser's own. */
export type Asked = Omit<DiagnosisSetting, 'field'>;

/** Finds causes of misses off the calling thread. */
export interface Diagnoser {
  /** As `diagnoseMiss`. @throws AbortError when the signal aborts; what `ask` throws */
  diagnose(judged: Judged, prediction: Prediction, asked: Asked): Promise<Miss | null>;
}

interface Waiting {
  readonly asked: Asked;
  readonly resolve: (miss: Miss | null) => void;
  readonly reject: (error: Error) => void;
  readonly letGo: () => void;
}

/** The near end of a channel to a thread that diagnoses ({@link serveDiagnoses}): what it wants answered again is answered here. */
export class RemoteDiagnoser implements Diagnoser {
  readonly #waiting = new Map<number, Waiting>();
  #last = 0;
  #ended: Error | undefined;

  constructor(private readonly end: End<ToDiagnoser, FromDiagnoser>) {
    end.on('message', (message) => {
      if (message.type === 'ask') void this.#answer(message);
      else if (message.type === 'found') this.#take(message.id)?.resolve(message.miss);
      else this.#take(message.id)?.reject(errorOf(message.why));
    });
  }

  diagnose(judged: Judged, prediction: Prediction, asked: Asked): Promise<Miss | null> {
    const { ask, signal } = asked;
    return new Promise((resolve, reject) => {
      if (this.#ended !== undefined || signal?.aborted === true) {
        reject(this.#ended ?? new AbortError('The diagnosis was withdrawn.'));
        return;
      }
      const id = ++this.#last;
      const letGo = onAbort(signal, () => {
        if (this.#take(id) === undefined) return;
        this.end.postMessage({ type: 'withdraw', id });
        reject(new AbortError('The diagnosis was withdrawn.'));
      });
      this.#waiting.set(id, { asked, resolve, reject, letGo });
      this.end.postMessage({ type: 'diagnose', id, judged, prediction, mayAsk: ask !== null });
    });
  }

  /** The other end is gone: what waits for it, and whatever is asked from now on, is refused. */
  fail(error: Error): void {
    this.#ended = error;
    for (const { reject } of this.#waiting.values()) reject(error);
    this.#waiting.clear();
  }

  async #answer({ id, run, question, options }: Extract<FromDiagnoser, { readonly type: 'ask' }>): Promise<void> {
    try {
      const asked = this.#waiting.get(id)?.asked;
      if (asked === undefined || asked.ask === null) throw new AbortError('The diagnosis was withdrawn.');
      const explanation = await asked.ask(question, { ...options, ...(asked.signal === undefined ? {} : { signal: asked.signal }) });
      this.end.postMessage({ type: 'told', run, explanation });
    } catch (error) {
      this.end.postMessage({ type: 'untold', run, why: refusalOf(error) });
    }
  }

  #take(id: number): Waiting | undefined {
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    waiting?.letGo();
    return waiting;
  }
}
