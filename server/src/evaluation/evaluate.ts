import type { AnswerOptions } from '../answering/answerer';
import type { ParsedQuestion } from '../formats/format';
import type { Groups } from '../graph/groups';
import type { KnowledgeGraph } from '../graph/knowledgeGraph';
import type { Miss, QuestionRow } from '../protocol';
import type { Ask, Judged, Prediction } from './causes/judged';
import { predictionOf } from './causes/prediction';
import { askedOnce } from './askedOnce';
import { Control } from './control';
import { Judge, type JudgedQuestion } from './judge';

/** Finds the cause of a miss; null where there is none to be told. `ask` answers what was asked of the question before at once. */
export type Diagnose = (judged: Judged, told: Prediction, ask: Ask) => Promise<Miss | null>;

/** What an evaluation is given besides the questions. */
export interface EvaluationSetting {
  readonly graph: KnowledgeGraph;
  readonly groups: Groups;
  readonly ask: Ask;
  /** How often the training questions ask each relation, for the control. */
  readonly asked?: Readonly<Record<string, number>>;
  /** What the answerer is told of a question besides: its pins and corrections. Where it is not given, the pins of the file. */
  readonly told?: (index: number) => AnswerOptions;
  /** Fixed for all questions: a forced plan, the minimum switched off. */
  readonly options?: AnswerOptions;
  /** Also ask with the gold entities given (twice the time). */
  readonly withGoldEntities?: boolean;
  /** Where given, every miss gets its cause. */
  readonly diagnose?: Diagnose;
  /** What another system said of a question (by its index) instead of what ours says; undefined: it says nothing of this one. */
  readonly predicted?: (question: ParsedQuestion, index: number) => Prediction | undefined;
  /** Only these questions; all of them where it is not given. */
  readonly only?: readonly number[];
  /** So many questions are in work together, one where it is not given: for an `ask` that runs in another thread than the diagnosis. */
  readonly atOnce?: number;
  readonly onRow?: (row: QuestionRow, done: number, all: number) => void;
  readonly signal?: AbortSignal;
}

/**
 * Asks a file's questions, one after the other, and compares with what the file says. A question that cannot be answered is a row of its own.
 *
 * @returns a row for each question, in the order of the file
 * @throws AbortError when the signal aborts; what was done until then has gone to `onRow`
 */
export async function evaluate(questions: readonly ParsedQuestion[], setting: EvaluationSetting): Promise<QuestionRow[]> {
  const judge = new Judge(setting.graph, setting.groups, new Control(setting.graph, setting.groups, setting.asked ?? {}));
  const indices = setting.only ?? questions.keys();
  const all = setting.only?.length ?? questions.length;
  const rows: QuestionRow[] = [];
  const running: Promise<QuestionRow>[] = [];
  const finish = async (left: number): Promise<void> => {
    while (running.length > left) {
      const row = await running.shift();
      if (row === undefined) continue;
      rows.push(row);
      setting.onRow?.(row, rows.length, all);
    }
  };
  for (const index of indices) {
    setting.signal?.throwIfAborted();
    const question = questions[index];
    if (question === undefined) continue;
    const row = rowOf(judge, judge.prepare(question, index), setting);
    // It is heard of when its turn comes, if no other fails before.
    row.catch(() => undefined);
    running.push(row);
    await finish((setting.atOnce ?? 1) - 1);
  }
  await finish(0);
  return rows;
}

async function rowOf(judge: Judge, judged: JudgedQuestion, setting: EvaluationSetting): Promise<QuestionRow> {
  const ask = askedOnce(setting.ask);
  try {
    const { told, millis } = await predict(judged, setting, ask);
    const given = setting.withGoldEntities === true && setting.predicted === undefined && judged.entities.length > 0
      ? (await ask(judged.question.text, { ...setting.options, onlyEntities: judged.entities })).answers : null;
    const ours = judge.row(judged, told, given, millis);
    // Which relation another system followed is not known.
    const row = setting.predicted === undefined ? ours : { ...ours, relationRight: null };
    if (setting.diagnose === undefined || row.verdict === 'right') return row;
    const { text, gold, goldAnswers, triple } = judged.question;
    const miss = await setting.diagnose({ question: text, gold, goldAnswers, told: { ...setting.options, ...toldOf(judged.question, judged.index, setting) }, ...(triple === undefined ? {} : { triple }) }, told, ask);
    return miss === null ? row : { ...row, cause: miss.cause, message: miss.message };
  } catch (error) {
    setting.signal?.throwIfAborted();
    if (error instanceof Error && error.name === 'AbortError') throw error;
    return judge.failed(judged, error instanceof Error ? error.message : String(error));
  }
}

function toldOf({ pins }: ParsedQuestion, index: number, { told }: EvaluationSetting): AnswerOptions {
  return told === undefined ? { pins } : told(index);
}

async function predict({ question, index }: JudgedQuestion, setting: EvaluationSetting, ask: Ask): Promise<{ readonly told: Prediction; readonly millis: number }> {
  if (setting.predicted !== undefined) {
    const told = setting.predicted(question, index);
    if (told === undefined) throw new Error('The predictions hold nothing for this question.');
    return { told, millis: 0 };
  }
  const told = await ask(question.text, { ...setting.options, ...toldOf(question, index, setting), allCandidates: true });
  return { told: predictionOf(told), millis: told.millis.total };
}
