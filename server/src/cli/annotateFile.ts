import type { ParsedQuestion } from '../formats/format';
import { NotJson } from '../formats/itemPieces';
import { PieceTooLong } from '../formats/pieces';
import type { Streamed } from '../formats/streamQuestions';
import type { Explanation } from '../protocol';
import { annotationOf, type Annotation } from './annotation';
import { Failure } from './failure';

/** What became of annotating a file. */
export interface Annotated {
  readonly questions: number;
  /** What could not be read of the file. */
  readonly problems: number;
  readonly stopped: boolean;
}

/** What annotating asks for and gives. */
export interface AnnotateOptions {
  readonly answer: (question: ParsedQuestion, index: number) => Promise<Pick<Explanation, 'mentions' | 'answers'>>;
  readonly write: (annotation: Annotation) => Promise<void> | void;
  /** A place that could not be read, as a character of the document. */
  readonly onProblem: (message: string, start: number) => void;
  readonly onQuestion?: (done: number) => void;
  /** Stops between two questions: what is written stays whole. */
  readonly signal?: AbortSignal;
}

/**
 * Answers question after question and writes each as it is there; nothing is kept.
 *
 * @throws Failure where the file cannot be read on, or holds no question; what was written until then stays
 */
export async function annotateQuestions(path: string, questions: AsyncIterable<Streamed> | Iterable<Streamed>, options: AnnotateOptions): Promise<Annotated> {
  let done = 0;
  let problems = 0;
  let first = '';
  try {
    for await (const one of questions) {
      if (options.signal?.aborted === true) return { questions: done, problems, stopped: true };
      if ('problem' in one) {
        problems++;
        first ||= one.problem.message;
        options.onProblem(one.problem.message, one.problem.range.start);
        continue;
      }
      await options.write(annotationOf(done, one.question, await options.answer(one.question, done)));
      done++;
      options.onQuestion?.(done);
    }
  } catch (error) {
    if (error instanceof NotJson || error instanceof PieceTooLong) throw new Failure(`${path}: ${error.message}. Questions annotated before it: ${String(done)}.`);
    throw error;
  }
  if (done === 0) throw new Failure(`${path} holds no question that HopLens can read${first === '' ? '.' : `: ${first}`} See the README for the formats.`);
  return { questions: done, problems, stopped: false };
}
