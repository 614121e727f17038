import { AbortError } from '../answering/abortError';
import type { FormatProblem, ParsedFile, ParsedQuestion } from '../formats/format';
import { formatOf } from '../formats/parseQuestions';
import { streamQuestions } from '../formats/streamQuestions';
import { breather } from './breather';

/** Bytes of a text that are looked at together. */
const CHUNK = 64 * 1024;

/**
 * Reads a long text as `parseQuestions` does, in slices: everything else that the server does gets its turn in between. (Ten thousand JSON lines take more than
 * half a second.)
 *
 * @throws AbortError when the signal aborts first
 */
export async function readInSlices(path: string, text: string, anyText: boolean, signal?: AbortSignal): Promise<ParsedFile> {
  const questions: ParsedQuestion[] = [];
  const problems: FormatProblem[] = [];
  const breathe = breather();
  for await (const one of streamQuestions(path, chunksOf(text), { anyText })) {
    if ('question' in one) questions.push(one.question);
    else problems.push(one.problem);
    await breathe();
    if (signal?.aborted === true) throw new AbortError('The text was replaced.');
  }
  return { format: formatOf({ path, anyText }, text)?.name ?? '', questions, problems };
}

async function* chunksOf(text: string): AsyncGenerator<Uint8Array> {
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; at += CHUNK) yield await Promise.resolve(bytes.subarray(at, at + CHUNK));
}
