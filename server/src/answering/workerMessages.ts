import type { SharedGraph } from '../graph/packedGraph';
import type { Explanation } from '../protocol';
import type { AnswerOptions } from './answerer';

/** What the worker is started with: the graph in memory shared with the main thread, and the folder of the model bundle. */
export interface WorkerStart {
  readonly graph: SharedGraph;
  readonly model: string;
  /** In the place of the bundle's own, see Assets. */
  readonly threshold?: number | undefined;
}

/** From the main thread to the worker. */
export type ToWorker =
  | { readonly type: 'answer'; readonly id: number; readonly question: string; readonly options: Omit<AnswerOptions, 'signal'> }
  | { readonly type: 'close' };

/** From the worker to the main thread. */
export type FromWorker =
  | { readonly type: 'ready'; readonly modelName: string }
  | { readonly type: 'failed'; readonly message: string }
  | { readonly type: 'answered'; readonly id: number; readonly explanation: Explanation }
  | { readonly type: 'error'; readonly id: number; readonly message: string };
