import { Worker } from 'node:worker_threads';
import { AbortError } from '../../answering/abortError';
import type { SharedGraph } from '../../graph/packedGraph';
import type { Miss } from '../../protocol';
import type { Judged, Prediction } from '../causes/judged';
import { RemoteDiagnoser, type Asked, type Diagnoser } from './diagnoser';
import type { DiagnoserStart } from './messages';

/** A diagnoser in a thread of its own, which is started by the first question that is missed. */
export class ThreadDiagnoser implements Diagnoser {
  #running: { readonly worker: Worker; readonly remote: RemoteDiagnoser } | undefined;
  #closed = false;

  /** @param workerPath the bundled thread (dist/diagnosis.cjs) */
  constructor(private readonly graph: SharedGraph, private readonly workerPath: string) {}

  diagnose(judged: Judged, prediction: Prediction, asked: Asked): Promise<Miss | null> {
    if (this.#closed) return Promise.reject(new AbortError('The diagnosis was closed.'));
    this.#running ??= this.#start();
    return this.#running.remote.diagnose(judged, prediction, asked);
  }

  async close(): Promise<void> {
    this.#closed = true;
    this.#running?.remote.fail(new AbortError('The diagnosis was closed.'));
    await this.#running?.worker.terminate();
  }

  #start(): { readonly worker: Worker; readonly remote: RemoteDiagnoser } {
    const worker = new Worker(this.workerPath, { workerData: { graph: this.graph } satisfies DiagnoserStart });
    const remote = new RemoteDiagnoser(worker);
    // The next question starts another one.
    const ended = (error: Error): void => {
      remote.fail(error);
      if (this.#running?.worker === worker) this.#running = undefined;
    };
    worker.on('error', ended);
    worker.on('exit', () => { ended(new Error('The thread of the diagnosis has ended.')); });
    return { worker, remote };
  }
}
