import type { AnswerOptions } from '../../answering/answerer';
import type { SharedGraph } from '../../graph/packedGraph';
import type { Explanation, Miss } from '../../protocol';
import type { Judged, Prediction } from '../causes/judged';

/** What the thread of the diagnosis is started with: the graph, in memory shared with the main thread. */
export interface DiagnoserStart {
  readonly graph: SharedGraph;
}

/** Why something was not done: an error without what cannot be sent. */
export interface Refusal {
  readonly name: string;
  readonly message: string;
}

/** From the main thread. `run` counts the questions that are to be answered again. */
export type ToDiagnoser =
  | { readonly type: 'diagnose'; readonly id: number; readonly judged: Judged; readonly prediction: Prediction; readonly mayAsk: boolean }
  | { readonly type: 'withdraw'; readonly id: number }
  | { readonly type: 'told'; readonly run: number; readonly explanation: Explanation }
  | { readonly type: 'untold'; readonly run: number; readonly why: Refusal };

/** To the main thread. */
export type FromDiagnoser =
  | { readonly type: 'found'; readonly id: number; readonly miss: Miss | null }
  | { readonly type: 'failed'; readonly id: number; readonly why: Refusal }
  | { readonly type: 'ask'; readonly id: number; readonly run: number; readonly question: string; readonly options: Omit<AnswerOptions, 'signal'> };

/** One end of a channel between threads. */
export interface End<Sent, Received> {
  postMessage(message: Sent): void;
  on(event: 'message', listener: (message: Received) => void): unknown;
}

/** What can be sent of an error. */
export function refusalOf(error: unknown): Refusal {
  return error instanceof Error ? { name: error.name, message: error.message } : { name: 'Error', message: String(error) };
}

/** The error that was refused with, on the other side: its name says whether something was withdrawn. */
export function errorOf({ name, message }: Refusal): Error {
  return Object.assign(new Error(message), { name });
}
