import type { AnswerOptions } from '../../server/src/answering/answerer';
import type { Opened } from '../../server/src/answering/openPipeline';
import { answerQuestion } from '../../server/src/answering/pipeline';
import { diagnoseMiss } from '../../server/src/evaluation/causes/diagnose';
import type { Ask } from '../../server/src/evaluation/causes/judged';
import { evaluate } from '../../server/src/evaluation/evaluate';
import { isNone, reportOf } from '../../server/src/evaluation/report';
import type { Explanation, QuestionRow } from '../../server/src/protocol';
import { countDeclined, declinedAt } from './declined';
import { operationChosen, operationsUsed } from './operationKinds';
import type { QuestionSet } from './sets';
import { reportSchema, type SetResult } from './shape';

/** A set's results, and how long each of its questions took. */
export interface Measured {
  readonly result: SetResult;
  readonly millis: readonly number[];
}

/** Measures one set end to end, with the gold entities given, with the plan given and without the minimum where that says something. */
export async function measureSet({ pipeline, manifest }: Opened, set: QuestionSet, causes: boolean): Promise<Measured> {
  const told = new Map<string, Explanation>();
  const ask: Ask = (question, options) => answerQuestion(pipeline, question, options);
  const setting = {
    graph: pipeline.reader.graph, groups: pipeline.reader.groups, ...(manifest.relationFrequency === undefined ? {} : { asked: manifest.relationFrequency }),
  };
  const rows = await evaluate(set.questions, {
    ...setting, withGoldEntities: true,
    ask: async (question, options) => {
      const answered = await ask(question, options);
      if (options.onlyEntities === undefined && !told.has(question)) told.set(question, answered);
      return answered;
    },
    ...(causes && set.diagnosed ? { diagnose: (judged, prediction, again) => diagnoseMiss(judged, prediction, { field: pipeline.field, ask: again }) } : {}),
  });
  const again = async (options: AnswerOptions): Promise<number> => reportOf(await evaluate(set.questions, { ...setting, ask, options })).hits1;
  const declined = await Promise.all(rows.map(async (row) => {
    const first = told.get(row.text);
    return { row, at: first === undefined ? [] : await declinedAt(pipeline, first, {}) };
  }));
  const counted = (which: (row: QuestionRow) => boolean): SetResult['declined']['answerable'] => countDeclined(declined.filter(({ row }) => which(row)).map(({ at }) => at));
  return {
    millis: rows.map((row) => row.millis),
    result: {
      file: set.file, split: set.split, what: set.what, report: reportSchema.parse(reportOf(rows)), linked: linkedOf(rows), operations: operationsUsed(rows), operationChosen: operationChosen(rows),
      planGiven: set.plan === undefined ? null : await again({ forcedPlan: set.plan }),
      noIntersection: set.plan === 'intersection' ? await again({ noIntersection: true }) : null,
      // A value or truth is no node, so that "answerable" (a gold answer is in the graph) says nothing of it: what gold has an answer for counts.
      declined: { unanswerable: counted((row) => row.goldAnswers !== null && isNone(row)), answerable: counted((row) => row.goldAnswers !== null && !isNone(row)) },
    },
  };
}

/** The questions whose gold entities are all candidates: what resolution costs where it can be right. */
function linkedOf(rows: readonly QuestionRow[]): SetResult['linked'] {
  const linked = rows.filter((row) => row.given !== null && row.recall.of > 0 && row.recall.found === row.recall.of);
  const mean = (of: (row: QuestionRow) => number): number | null => (linked.length === 0 ? null : linked.reduce((sum, row) => sum + of(row), 0) / linked.length);
  return { n: linked.length, own: mean((row) => row.hits1 ?? 0), given: mean((row) => row.given?.hits1 ?? 0) };
}
