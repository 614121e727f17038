import type { Field } from '../../answering/programs';
import type { Explanation } from '../../protocol';
import { diagnoseMiss } from '../causes/diagnose';
import type { Ask } from '../causes/judged';
import { errorOf, refusalOf, type End, type FromDiagnoser, type ToDiagnoser } from './messages';

interface Run {
  readonly resolve: (explanation: Explanation) => void;
  readonly reject: (error: Error) => void;
}

/** Diagnoses what comes over a channel. Questions that are to be run again are asked for over it: the model is another thread's. */
export function serveDiagnoses(end: End<FromDiagnoser, ToDiagnoser>, field: Field): void {
  const runs = new Map<number, Run>();
  const controllers = new Map<number, AbortController>();
  let last = 0;

  const diagnose = async ({ id, judged, prediction, mayAsk }: Extract<ToDiagnoser, { readonly type: 'diagnose' }>): Promise<void> => {
    const controller = new AbortController();
    controllers.set(id, controller);
    const ask: Ask = (question, { signal, ...options }) => new Promise((resolve, reject) => {
      signal?.throwIfAborted();
      const run = ++last;
      runs.set(run, { resolve, reject });
      end.postMessage({ type: 'ask', id, run, question, options });
    });
    try {
      end.postMessage({ type: 'found', id, miss: await diagnoseMiss(judged, prediction, { field, ask: mayAsk ? ask : null, signal: controller.signal }) });
    } catch (error) {
      end.postMessage({ type: 'failed', id, why: refusalOf(error) });
    } finally {
      controllers.delete(id);
    }
  };

  end.on('message', (message) => {
    if (message.type === 'diagnose') void diagnose(message);
    else if (message.type === 'withdraw') controllers.get(message.id)?.abort();
    else {
      const run = runs.get(message.run);
      runs.delete(message.run);
      if (message.type === 'told') run?.resolve(message.explanation);
      else run?.reject(errorOf(message.why));
    }
  });
}
