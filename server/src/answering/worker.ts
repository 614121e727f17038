import { parentPort, workerData } from 'node:worker_threads';
import { openPipeline } from './openPipeline';
import { answerQuestion } from './pipeline';
import { standBack } from './standBack';
import type { FromWorker, ToWorker, WorkerStart } from './workerMessages';

/** Runs the pipeline off the server's thread, a question at a time. The model would stall the editor's connection in-process. */
async function run(start: WorkerStart): Promise<void> {
  const port = parentPort;
  if (port === null) throw new Error('worker.ts runs as a worker thread only');
  const send = (message: FromWorker): void => {
    port.postMessage(message);
  };
  try {
    const { pipeline, modelName } = await openPipeline(start);
    let last: Promise<void> = Promise.resolve();
    port.on('message', (message: ToWorker) => {
      if (message.type === 'close') {
        void last.then(() => { port.close(); });
        return;
      }
      last = last.then(async () => {
        try {
          send({ type: 'answered', id: message.id, explanation: await answerQuestion(pipeline, message.question, message.options) });
        } catch (error) {
          send({ type: 'error', id: message.id, message: error instanceof Error ? error.message : String(error) });
        }
      });
    });
    send({ type: 'ready', modelName });
    // Dates and quantities are read while nobody waits: the first question with an operation would take ten times as long.
    setTimeout(pipeline.values, 0);
  } catch (error) {
    send({ type: 'failed', message: error instanceof Error ? error.message : String(error) });
    port.close();
  }
}

function isStart(value: unknown): value is WorkerStart {
  return typeof value === 'object' && value !== null && 'graph' in value && 'model' in value;
}

if (isStart(workerData)) {
  standBack();
  void run(workerData);
}
