import { writeFile } from 'node:fs/promises';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { CancellationToken } from 'vscode-languageserver/node';
import { questionRow } from '../evaluation/html/rows';
import { reportPage } from '../evaluation/html/page';
import { outcomeOf } from '../evaluation/outcome';
import { groupRows, rowGroup } from '../evaluation/rowGroups';
import { written } from '../evaluation/writers/write';
import {
  EvaluateFile, EvaluationPage, EvaluationRows, EvaluationState, ExportEvaluation, FileQuestions, LocateQuestion, type EvaluateFileParams, type EvaluateFileResult, type EvaluationPageParams,
  type EvaluationPageResult, type EvaluationRowsParams, type EvaluationRowsResult, type EvaluationStateParams, type EvaluationStateResult, type ExportEvaluationParams,
  type FileQuestionsParams, type FileQuestionsResult, type LocateQuestionParams, type LocateQuestionResult,
} from '../protocol';
import { evaluateFile } from './evaluation/evaluateFile';
import { readFileQuestions } from './evaluation/fileQuestions';
import { Runs } from './evaluation/runs';
import type { Feature, Services } from './feature';
import { answered, signalOf } from './withdrawal';

/** Evaluation of whole files: everything happens here; the client shows it and holds a part at a time. */
export const evaluation: Feature = {
  capabilities: {},
  register(services) {
    const { connection } = services;
    const runs = new Runs();
    connection.onRequest(FileQuestions, (params: FileQuestionsParams) => fileQuestions(services, params));
    connection.onRequest(LocateQuestion, (params: LocateQuestionParams) => locate(services, params));
    connection.onRequest(EvaluateFile, (params: EvaluateFileParams, token: CancellationToken): Promise<EvaluateFileResult> => answered(async () => {
      const delay = monitorEventLoopDelay({ resolution: 5 });
      delay.enable();
      const { run, cancelled } = await evaluateFile(services, params, signalOf(token)).finally(() => delay.disable());
      if (params.indices === undefined && run.rows.length > 0) runs.add(params.uri, run);
      return { report: run.report, groups: groupRows(run.rows).map(({ group, rows }) => ({ group, n: rows.length })), cancelled, waited: delay.max / 1e6 };
    }));
    connection.onRequest(EvaluationRows, ({ uri, group, offset, limit }: EvaluationRowsParams): EvaluationRowsResult => {
      const members = runs.last(uri).rows.filter((row) => rowGroup(row) === group);
      const part = members.slice(offset, offset + limit);
      return { rows: part.map(outcomeOf), count: members.length, html: part.map((row) => questionRow(row, true).text).join('') };
    });
    connection.onRequest(EvaluationPage, async ({ uri, compare, ...host }: EvaluationPageParams): Promise<EvaluationPageResult> => {
      const comparison = await runs.compared(uri, compare);
      const html = reportPage(runs.last(uri), { host, ...(comparison === undefined ? {} : { comparison }) });
      return { html, counts: comparison?.counts ?? null };
    });
    connection.onRequest(ExportEvaluation, async ({ uri, kind, path, compare }: ExportEvaluationParams): Promise<null> => {
      const comparison = await runs.compared(uri, compare);
      await writeFile(path, await written(runs.last(uri), kind, { pageUrl: services.graph()?.graph.provenance.pageUrl ?? '', ...(comparison === undefined ? {} : { comparison }) }));
      return null;
    });
    connection.onRequest(EvaluationState, ({ uri }: EvaluationStateParams): EvaluationStateResult => ({ previous: runs.previous(uri)?.about.date ?? null }));
  },
};

async function fileQuestions(services: Services, { uri, offset, limit }: FileQuestionsParams): Promise<FileQuestionsResult> {
  const { format, entries, source } = await readFileQuestions(services, uri);
  return {
    format, count: entries.length,
    questions: entries.slice(offset, offset + limit).map(({ question }, k) => ({
      index: offset + k, text: question.text, line: source.positionAt(question.range.start).line, judged: question.goldAnswers !== null,
    })),
  };
}

async function locate(services: Services, { uri, index, text }: LocateQuestionParams): Promise<LocateQuestionResult> {
  const { entries } = await readFileQuestions(services, uri);
  const there = entries[index];
  const entry = text === undefined || there?.question.text === text ? there : entries.find(({ question }) => question.text === text);
  return entry === undefined ? null : { range: { start: entry.question.range.start, end: entry.question.range.end } };
}
