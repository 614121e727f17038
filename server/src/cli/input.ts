import { readFile } from 'node:fs/promises';
import { parseQuestions } from '../formats/parseQuestions';
import type { ParsedFile } from '../formats/format';
import { Failure } from './failure';

/** Reads a question file. @throws Failure naming the file and the remedy */
export async function readQuestionFile(path: string): Promise<ParsedFile> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    throw new Failure(`${path} cannot be read: ${error instanceof Error ? error.message : String(error)}. Check the path.`);
  }
  const file = parseQuestions(path, text);
  if (file.questions.length === 0) {
    const problem = file.problems[0];
    throw new Failure(`${path} holds no question that HopLens can read${problem === undefined ? '' : `: ${problem.message}`}. See the README for the formats.`);
  }
  return file;
}

/** Everything on standard input, a question a line. */
export async function readStandardInput(): Promise<string[]> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(Buffer.from(chunk as Uint8Array));
  return Buffer.concat(chunks).toString('utf8').split('\n').map((line) => line.trim()).filter((line) => line !== '');
}
