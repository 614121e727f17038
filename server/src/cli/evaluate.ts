import { writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { AnswerOptions } from '../answering/answerer';
import type { Opened } from '../answering/openPipeline';
import { answerQuestion } from '../answering/pipeline';
import { PLANS } from '../answering/plan';
import { appliedText } from '../documents/corrections/applied';
import { aboutRun } from '../evaluation/about';
import { diagnoseMiss } from '../evaluation/causes/diagnose';
import { compareRuns } from '../evaluation/compareRuns';
import { evaluate } from '../evaluation/evaluate';
import { readRun } from '../evaluation/readRun';
import { withoutAnswers } from '../evaluation/predicted';
import { readPredictions } from '../evaluation/readPredictions';
import { reportOf } from '../evaluation/report';
import { written, type Kind } from '../evaluation/writers/write';
import type { ToldOfFile } from '../documents/corrections/toldOfFile';
import type { ParsedFile } from '../formats/format';
import type { Comparison, EvaluationRun } from '../protocol';
import { assetPaths, openAssets, type AssetOptions } from './assets';
import { toldWith, type CorrectionOptions } from './corrections';
import { Failure } from './failure';
import { readQuestionFile } from './input';
import { comparisonText, reportText } from './reportText';

interface EvaluateOptions extends AssetOptions, CorrectionOptions {
  readonly json?: boolean;
  readonly plan?: string;
  readonly intersection: boolean;
  readonly operations: boolean;
  readonly goldEntity: boolean;
  readonly causes: boolean;
  readonly html?: string;
  readonly csv?: string;
  readonly report?: string;
  readonly annotations?: string;
  readonly compare?: string;
  readonly predictions?: string;
}

/** `hoplens evaluate`. */
export async function evaluateCommand(path: string, options: EvaluateOptions): Promise<void> {
  const forced = PLANS.find((plan) => plan === options.plan);
  if (options.plan !== undefined && forced === undefined) throw new Failure(`--plan ${options.plan} is not a plan: give one of ${PLANS.join(', ')}.`);
  const annotations = options.annotations === undefined ? undefined : annotationKind(options.annotations);
  // Read first: a wrong path is better known before ten minutes of work than after.
  const earlier = options.compare === undefined ? undefined : await readRun(options.compare);
  const file = await readQuestionFile(path);
  // Another system's predictions are judged as they are.
  const corrected = toldWith(path, file.questions, { corrections: options.corrections && options.predictions === undefined });
  const opened = await openAssets(options);
  const run = await runOf(path, { ...file, ...corrected }, opened, options, { ...(forced === undefined ? {} : { forcedPlan: forced }), ...(options.intersection ? {} : { noIntersection: true }), ...(options.operations ? {} : { noOperations: true }) });
  const comparison = earlier === undefined ? undefined : compareRuns(earlier, run);
  const context = { pageUrl: opened.graph.provenance.pageUrl, ...(comparison === undefined ? {} : { comparison }) };
  const wanted: readonly (readonly [string | undefined, Kind])[] = [[options.html, 'html'], [options.csv, 'csv'], [options.report, 'json'], [options.annotations, annotations ?? 'jsonl']];
  for (const [target, kind] of wanted) if (target !== undefined) await save(target, await written(run, kind, context));
  process.stdout.write(options.json === true ? `${JSON.stringify({ ...run.report, about: run.about, ...(comparison === undefined ? {} : { comparison: { ...comparison, rows: undefined } }) })}\n` : text(run, comparison));
}

async function runOf(path: string, file: ParsedFile & ToldOfFile, { pipeline, manifest, modelName, graph }: Opened, options: EvaluateOptions, asked: AnswerOptions): Promise<EvaluationRun> {
  const predicted = options.predictions === undefined ? undefined : await readPredictions(options.predictions, graph, (message) => process.stderr.write(`hoplens: ${message}\n`));
  const ask = (question: string, told: AnswerOptions): ReturnType<typeof answerQuestion> => answerQuestion(pipeline, question, told);
  const rows = await evaluate(predicted?.linksOnly === true ? withoutAnswers(file.questions) : file.questions, {
    graph: pipeline.reader.graph, groups: pipeline.reader.groups, ask, options: asked, told: (index) => file.told[index] ?? {}, withGoldEntities: options.goldEntity,
    ...(manifest.relationFrequency === undefined ? {} : { asked: manifest.relationFrequency }),
    ...(predicted === undefined ? {} : { predicted: (question) => predicted.of(question) }),
    ...(options.causes ? { diagnose: (judged, told, again) => diagnoseMiss(judged, told, { field: pipeline.field, ask: predicted === undefined ? again : null }) } : {}),
    onRow: (_row, done, all) => {
      if (process.stderr.isTTY && done % 20 === 0) process.stderr.write(`\r${String(done)} of ${String(all)}`);
    },
  });
  if (process.stderr.isTTY) process.stderr.write('\r\u001b[K');
  const setting = [asked.forcedPlan === undefined ? '' : `plan given: ${asked.forcedPlan}`, asked.noIntersection === true ? 'without intersection' : '', asked.noOperations === true ? 'without operations' : '', appliedText(file.applied)].filter((part) => part !== '').join(', ');
  return {
    hoplensEvaluation: 1, report: reportOf(rows, predicted === undefined), rows,
    about: aboutRun({
      path, root: join(dirname(dirname(assetPaths({}).graph)), '..'), format: file.format, setting, graph: `${graph.provenance.name}, ${graph.provenance.date}`,
      model: options.predictions === undefined ? `${modelName} (${manifest.fingerprint})` : `predictions in ${options.predictions}`,
    }),
  };
}

function text(run: EvaluationRun, comparison: Comparison | undefined): string {
  return `${reportText(run)}${comparison === undefined ? '' : comparisonText(comparison)}`;
}

function annotationKind(path: string): Kind {
  if (/\.jsonl$/i.test(path)) return 'jsonl';
  if (/\.csv$/i.test(path)) return 'annotations.csv';
  if (/\.(?:ttl|nif)$/i.test(path)) return 'ttl';
  throw new Failure(`--annotations ${path}: the ending says the format. Give a name that ends in .jsonl, .csv or .ttl (NIF).`);
}

async function save(path: string, content: string): Promise<void> {
  try {
    await writeFile(path, content);
  } catch (error) {
    throw new Failure(`${resolve(path)} cannot be written: ${error instanceof Error ? error.message : String(error)}. Give a path in a folder that exists.`);
  }
  process.stderr.write(`Wrote ${path}\n`);
}
