import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { gunzipSync } from 'node:zlib';
import { parseQuestions } from '../formats/parseQuestions';
import type { ParsedFile } from '../formats/format';
import { Failure } from './failure';

/** Reads a question file. @throws Failure naming the file and the remedy */
export async function readQuestionFile(path: string): Promise<ParsedFile> {
  let text: string;
  try {
    const bytes = await readFile(path);
    text = (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
  } catch (error) {
    throw new Failure(`${path} cannot be read: ${error instanceof Error ? error.message : String(error)}. Check the path.`);
  }
  const file = parseQuestions(path.replace(/\.gz$/, ''), text);
  if (file.questions.length === 0) {
    const problem = file.problems[0];
    throw new Failure(`${path} holds no question that HopLens can read${problem === undefined ? '' : `: ${problem.message}`}. See the README for the formats.`);
  }
  return file;
}

/** Everything on standard input, a question a line. */
export async function readStandardInput(): Promise<string[]> {
  const chunks: Buffer[] = [];
  process.stdin.on('data', (chunk: Buffer) => chunks.push(chunk));
  await once(process.stdin, 'end');
  return Buffer.concat(chunks).toString('utf8').split('\n').map((line) => line.trim()).filter((line) => line !== '');
}
