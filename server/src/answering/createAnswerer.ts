import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { PackedGraph } from '../graph/packedGraph';
import { Pack } from '../graph/packFile';
import type { Explanation } from '../protocol';
import type { Answerer, AnswerOptions } from './answerer';
import { AbortError } from './abortError';
import { onAbort } from './onAbort';
import type { Assets } from './openPipeline';
import type { FromWorker, ToWorker, WorkerStart } from './workerMessages';

/** Milliseconds after which a worker that does not end is ended by force. */
const CLOSE_WITHIN = 5000;

interface Waiting {
  readonly question: string;
  readonly options: Omit<AnswerOptions, 'signal'>;
  readonly resolve: (explanation: Explanation) => void;
  readonly reject: (error: Error) => void;
}

/**
 * Opens graph and model in a worker thread and answers through it, one question at a time: what is aborted while it waits is never sent.
 *
 * @param workerPath the bundled worker (dist/worker.cjs)
 * @throws Error with the worker's message when pack or bundle cannot be used
 */
export async function createAnswerer(assets: Assets, workerPath: string | URL): Promise<Answerer & { readonly graph: PackedGraph }> {
  const graph = new PackedGraph(Pack.open(assets.graph));
  const worker = new Worker(workerPath, { workerData: { graph: graph.share(), model: assets.model, threshold: assets.threshold } satisfies WorkerStart });
  const modelName = await new Promise<string>((resolve, reject) => {
    worker.once('message', (message: FromWorker) => {
      if (message.type === 'ready') resolve(message.modelName);
      else reject(new Error(message.type === 'failed' ? message.message : 'the model worker did not start'));
    });
    worker.once('error', reject);
  });
  return new WorkerAnswerer(worker, graph, modelName);
}

class WorkerAnswerer implements Answerer {
  readonly #queue: Waiting[] = [];
  #running: Waiting | undefined;
  #next = 0;
  #closed = false;

  constructor(private readonly worker: Worker, readonly graph: PackedGraph, readonly modelName: string) {
    worker.on('message', (message: FromWorker) => {
      this.#receive(message);
    });
    worker.on('error', (error: Error) => {
      this.#fail(error);
    });
    worker.on('exit', () => {
      this.#fail(new Error('The model worker has ended. Restart the HopLens server.'));
    });
  }

  answer(question: string, options: AnswerOptions = {}): Promise<Explanation> {
    const { signal, ...rest } = options;
    return new Promise((resolve, reject) => {
      if (signal?.aborted === true || this.#closed) {
        reject(new AbortError('The question was withdrawn.'));
        return;
      }
      const letGo = onAbort(signal, () => {
        const at = this.#queue.indexOf(waiting);
        if (at >= 0) this.#queue.splice(at, 1);
        reject(new AbortError('The question was withdrawn.'));
      });
      const waiting: Waiting = {
        question, options: rest,
        resolve: (explanation) => {
          letGo();
          resolve(explanation);
        },
        reject: (error) => {
          letGo();
          reject(error);
        },
      };
      this.#queue.push(waiting);
      this.#pump();
    });
  }

  /** Lets the question that runs come to its end first: a thread that is ended inside the model takes the whole process with it. */
  async close(): Promise<void> {
    this.#closed = true;
    this.#fail(new AbortError('The answerer was closed.'));
    this.worker.removeAllListeners('exit');
    const ended = once(this.worker, 'exit');
    this.worker.postMessage({ type: 'close' } satisfies ToWorker);
    const tooLate = setTimeout(() => void this.worker.terminate(), CLOSE_WITHIN);
    await ended;
    clearTimeout(tooLate);
  }

  #pump(): void {
    if (this.#running !== undefined) return;
    this.#running = this.#queue.shift();
    if (this.#running === undefined) return;
    const { question, options } = this.#running;
    this.worker.postMessage({ type: 'answer', id: ++this.#next, question, options } satisfies ToWorker);
  }

  #receive(message: FromWorker): void {
    const running = this.#running;
    this.#running = undefined;
    if (message.type === 'answered') running?.resolve(message.explanation);
    else if (message.type === 'error') running?.reject(new Error(message.message));
    this.#pump();
  }

  #fail(error: Error): void {
    this.#running?.reject(error);
    this.#running = undefined;
    for (const waiting of this.#queue.splice(0)) waiting.reject(error);
  }
}
