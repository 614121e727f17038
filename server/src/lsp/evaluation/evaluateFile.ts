import { basename } from 'node:path';
import { appliedIn, appliedText } from '../../documents/corrections/applied';
import { toldOf } from '../../documents/questionEntry';
import { aboutRun } from '../../evaluation/about';
import { evaluate } from '../../evaluation/evaluate';
import { outcomeOf } from '../../evaluation/outcome';
import { withoutAnswers } from '../../evaluation/predicted';
import { readPredictions } from '../../evaluation/readPredictions';
import { reportOf } from '../../evaluation/report';
import { EvaluationProgress, type EvaluateFileParams, type EvaluationProgressParams, type EvaluationRun, type Outcome, type QuestionRow } from '../../protocol';
import type { Services } from '../feature';
import { readFileQuestions } from './fileQuestions';

/** The next question is answered while a miss is diagnosed: model and search run in threads of their own. */
const AT_ONCE = 2;
/** Outcomes go out together, so often (milliseconds) or when there are so many: no message keeps the editor busy for long. */
const TELL_EVERY = 250;
const MOST_TOLD = 100;

/** A run of a file, or of some of its questions; where it was cancelled, of what was done until then. */
export interface FileRun {
  readonly run: EvaluationRun;
  readonly cancelled: boolean;
}

/** Evaluates a file in the background: model and diagnosis run in threads of their own, so that what the editor asks for meanwhile waits for two questions at most. @throws Error with the reason where nothing can be evaluated */
export async function evaluateFile(services: Services, { uri, indices, goldEntity, token, predictions }: EvaluateFileParams, signal: AbortSignal): Promise<FileRun> {
  // While graph and model are being loaded it waits for them.
  await services.documents.answerer(signal);
  const loaded = services.graph();
  if (loaded === undefined) throw new Error('Graph and model are not loaded yet. Try again when the status bar says that HopLens is ready.');
  const { path, format, entries } = await readFileQuestions(services, uri);
  if (entries.length === 0) throw new Error(`${path} holds no question that HopLens can read.`);
  const { graph, groups, answerer, diagnoser, relationFrequency } = loaded;
  const ask = answerer.answer.bind(answerer);
  const predicted = predictions === undefined ? undefined : await readPredictions(predictions, graph, (message) => { services.connection.console.warn(message); });
  const questions = entries.map(({ question }) => question);
  const rows: QuestionRow[] = [];
  const teller = new Teller((params) => { void services.connection.sendNotification(EvaluationProgress, { token, ...params }); });
  let cancelled = false;
  const resume = services.documents.pause();
  try {
    await evaluate(predicted?.linksOnly === true ? withoutAnswers(questions) : questions, {
      graph, groups, asked: relationFrequency, ask: (question, options) => ask(question, { ...options, signal }), signal, withGoldEntities: goldEntity, atOnce: AT_ONCE,
      told: (index) => { const entry = entries[index]; return entry === undefined ? {} : toldOf(entry); },
      diagnose: (judged, told, again) => diagnoser.diagnose(judged, told, { ask: predicted === undefined ? again : null, signal }),
      onRow: (row, done, all) => {
        rows.push(row);
        teller.add(outcomeOf(row), done, all);
      },
      ...(predicted === undefined ? {} : { predicted: (question) => predicted.of(question) }),
      ...(indices === undefined ? {} : { only: indices }),
    });
  } catch (error) {
    if (!signal.aborted) throw error;
    cancelled = true;
  } finally {
    resume();
  }
  teller.flush();
  const corrections = predicted === undefined ? appliedText(appliedIn(entries.map(({ corrected }) => corrected))) : '';
  const setting = [cancelled ? `stopped after ${String(rows.length)} of ${String(entries.length)} questions` : '', corrections].filter((part) => part !== '').join('; ');
  const { name, date } = graph.provenance;
  return {
    cancelled,
    run: { hoplensEvaluation: 1, report: reportOf(rows, predicted === undefined), rows, about: aboutRun({ path, root: services.root(), format, model: predictions === undefined ? answerer.modelName : `predictions in ${basename(predictions)}`, graph: `${name}, ${date}`, setting }) },
  };
}

/** Bundles outcomes. */
class Teller {
  #waiting: Outcome[] = [];
  #told = performance.now();
  #done = 0;
  #all = 0;

  constructor(private readonly tell: (params: Omit<EvaluationProgressParams, 'token'>) => void) {}

  add(outcome: Outcome, done: number, all: number): void {
    this.#waiting.push(outcome);
    this.#done = done;
    this.#all = all;
    if (this.#waiting.length >= MOST_TOLD || performance.now() - this.#told >= TELL_EVERY) this.flush();
  }

  flush(): void {
    if (this.#waiting.length === 0) return;
    this.tell({ done: this.#done, all: this.#all, rows: this.#waiting });
    this.#waiting = [];
    this.#told = performance.now();
  }
}
