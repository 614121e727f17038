import { open } from 'node:fs/promises';
import { workspace, type Uri } from 'vscode';
import { mayHoldQuestions } from './questionFiles';

/** Files that may hold questions, and those that never do. */
export const QUESTION_FILES = '**/*.{questions,json,jsonl,ndjson,tsv,csv,txt,rq,sparql}';
const NOT = '{**/node_modules/**,**/.git/**,**/*.hoplens.json,**/package.json,**/package-lock.json,**/tsconfig*.json}';
/** What HopLens itself wrote of a file: reports and annotations. */
const WRITTEN = /\.(?:report|annotations)\.(?:json|jsonl|csv)$/;
const MOST_FILES = 2000;
const LANGUAGE_OF: Readonly<Record<string, string>> = { questions: 'hoplens-questions', json: 'json', jsonl: 'jsonl', ndjson: 'jsonl', tsv: 'tsv', csv: 'csv', txt: 'plaintext', rq: 'sparql', sparql: 'sparql' };
/** Bytes of a file that are looked at. */
const LOOKED_AT = 20_000;

/** The question files of the workspace, told by their names and their first lines; no file is read whole. */
export async function findQuestionFiles(): Promise<Uri[]> {
  const found: Uri[] = [];
  for (const uri of await workspace.findFiles(QUESTION_FILES, NOT, MOST_FILES)) {
    if (uri.scheme === 'file' && await isQuestionFile(uri)) found.push(uri);
  }
  return found;
}

/** Whether a file surely holds questions. One that cannot be read holds none. */
export async function isQuestionFile(uri: Uri): Promise<boolean> {
  const language = LANGUAGE_OF[/\.(\w+)$/.exec(uri.path)?.[1]?.toLowerCase() ?? ''];
  if (language === undefined || uri.path.endsWith('.hoplens.json') || WRITTEN.test(uri.path)) return false;
  if (language === 'hoplens-questions') return true;
  try {
    const file = await open(uri.fsPath);
    try {
      const { buffer, bytesRead } = await file.read({ buffer: Buffer.alloc(LOOKED_AT) });
      return mayHoldQuestions(language, () => buffer.toString('utf8', 0, bytesRead), false);
    } finally {
      await file.close();
    }
  } catch {
    return false;
  }
}
