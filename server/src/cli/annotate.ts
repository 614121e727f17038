import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { AnswerOptions } from '../answering/answerer';
import { answerQuestion } from '../answering/pipeline';
import { SIDECAR_SUFFIX } from '../documents/corrections/sidecarFile';
import { streamQuestions, type Streamed } from '../formats/streamQuestions';
import { annotateQuestions, type Annotated } from './annotateFile';
import type { Annotation } from './annotation';
import { openAssets, type AssetOptions } from './assets';
import { toldWith, type CorrectionOptions } from './corrections';
import { Failure } from './failure';
import { fileBytes } from './fileBytes';
import { readQuestionFile } from './input';
import { LinesOut } from './linesOut';
import { Progress } from './progress';

interface AnnotateCommandOptions extends AssetOptions, CorrectionOptions {
  readonly json?: boolean;
  readonly out?: string;
}

/** A file's questions, what the answerer is told of each, and how far it was read. */
interface Source {
  readonly questions: AsyncIterable<Streamed> | Iterable<Streamed>;
  readonly told: (index: number) => AnswerOptions | undefined;
  readonly read: () => number;
}

/** `hoplens annotate`: spans with document offsets, ids and answers of every question, on standard output or (`--out`) in a file of JSON lines. */
export async function annotateCommand(path: string, options: AnnotateCommandOptions): Promise<void> {
  const { out } = options;
  if (out !== undefined && resolve(out) === resolve(path)) throw new Failure(`--out ${out} is the question file itself: give another name.`);
  if (out?.endsWith(SIDECAR_SUFFIX) === true) throw new Failure(`--out ${out}: names that end in ${SIDECAR_SUFFIX} are kept for corrections. Give another, such as ${path}.annotations.jsonl.`);
  const source = await sourceOf(path, options);
  const { pipeline } = await openAssets(options);
  const answer = (question: { readonly text: string; readonly pins: NonNullable<AnswerOptions['pins']> }, index: number): ReturnType<typeof answerQuestion> =>
    answerQuestion(pipeline, question.text, source.told(index) ?? { pins: question.pins });
  if (out === undefined) {
    const write = ({ question, mentions, ...rest }: Annotation): void => {
      if (options.json === true) process.stdout.write(`${JSON.stringify({ ...rest, question, mentions })}\n`);
      else process.stdout.write(`${question}\n${mentions.map((m) => `  ${m.text} → ${m.id} ${m.label} ${m.score.toFixed(2)}\n`).join('')}`);
    };
    await annotateQuestions(path, source.questions, { answer, write, onProblem: tellProblem(path) });
    return;
  }
  const done = await intoFile(path, out, source, answer);
  const problems = done.problems === 0 ? '' : `; ${String(done.problems)} places of the file could not be read`;
  process.stderr.write(done.stopped ? `Stopped: ${out} holds the first ${String(done.questions)} questions.\n` : `Wrote ${out}: ${String(done.questions)} questions${problems}.\n`);
  // 128 + SIGINT, as shells count.
  if (done.stopped) process.exitCode = 130;
}

async function intoFile(path: string, out: string, source: Source, answer: Parameters<typeof annotateQuestions>[2]['answer']): Promise<Annotated> {
  const lines = await LinesOut.open(out);
  const progress = new Progress(process.stderr);
  const stop = new AbortController();
  const onInterrupt = (): void => { stop.abort(); };
  process.once('SIGINT', onInterrupt).once('SIGTERM', onInterrupt);
  try {
    return await annotateQuestions(path, source.questions, {
      answer, write: (annotation) => lines.write(annotation), signal: stop.signal, onProblem: tellProblem(path, progress),
      onQuestion: (count) => { progress.tell(() => `${String(count)} questions, ${String(Math.floor(100 * source.read()))}% of ${path}`); },
    });
  } finally {
    process.off('SIGINT', onInterrupt).off('SIGTERM', onInterrupt);
    progress.end();
    await lines.close();
  }
}

/** In constant memory; where somebody made corrections, the whole file is read, as they are attached to its questions together. */
async function sourceOf(path: string, options: CorrectionOptions): Promise<Source> {
  if (options.corrections && existsSync(`${path}${SIDECAR_SUFFIX}`)) {
    const { questions, problems } = await readQuestionFile(path);
    const { told } = toldWith(path, questions, options);
    let begun = 0;
    return {
      questions: [...problems.map((problem) => ({ problem })), ...questions.map((question) => ({ question }))],
      told: (index) => { begun = index; return told[index]; }, read: () => begun / questions.length,
    };
  }
  const { bytes, read } = await fileBytes(path);
  return { questions: streamQuestions(path.replace(/\.gz$/, ''), bytes), told: () => undefined, read };
}

/** So many problems are told; a file of another kind has one in every line. */
const PROBLEMS_TOLD = 20;

function tellProblem(path: string, progress?: Progress): (message: string, start: number) => void {
  let told = 0;
  return (message, start) => {
    if (++told > PROBLEMS_TOLD) return;
    progress?.end();
    process.stderr.write(`${path}, character ${String(start)}: ${message}\n`);
    if (told === PROBLEMS_TOLD) process.stderr.write('Further problems are counted, not told.\n');
  };
}
