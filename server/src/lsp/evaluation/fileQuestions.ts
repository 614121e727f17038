import { readFile } from 'node:fs/promises';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { correctQuestions } from '../../documents/corrections/correctQuestions';
import { isSidecar, pathOf, sidecarOf } from '../../documents/corrections/sidecarPath';
import { readSidecar } from '../../documents/corrections/sidecarStore';
import type { QuestionEntry } from '../../documents/questionEntry';
import { readInSlices } from '../../documents/readInSlices';
import { parseQuestions } from '../../formats/parseQuestions';
import type { Services } from '../feature';

/** The documents that are open, with their texts. */
export interface FileSource {
  readonly documents: Pick<Services['documents'], 'get'>;
  readonly text: Services['text'];
}

/** The questions of a file with their corrections, and its text for positions. */
export interface FileRead {
  readonly path: string;
  readonly format: string;
  readonly entries: readonly QuestionEntry[];
  readonly source: TextDocument;
}

/**
 * Reads a file as the editor holds it, or from disk where it is not open.
 *
 * @throws Error naming the file where it cannot be read, or holds no questions
 */
export async function readFileQuestions({ documents, text }: FileSource, uri: string): Promise<FileRead> {
  const open = documents.get(uri);
  const source = text(uri);
  if (open !== undefined && source !== undefined) return { path: pathOf(uri) ?? uri, format: open.format, entries: open.entries, source };
  const path = pathOf(uri);
  if (path === undefined) throw new Error(`${uri} is not open, and no file of this machine. Open it first.`);
  const content = await readFile(path, 'utf8');
  const { format, questions } = isSidecar(uri) ? { format: '', questions: [] } : await readInSlices(path, content, false).catch(() => parseQuestions(path, content, { anyText: false }));
  const sidecar = sidecarOf(uri);
  const corrected = sidecar === undefined ? [] : correctQuestions(readSidecar(sidecar), questions).corrected;
  return {
    path, format, source: TextDocument.create(uri, '', 0, content),
    entries: questions.map((question, index) => ({ question, linked: undefined, asked: false, error: undefined, corrected: corrected[index] })),
  };
}
