import type { FileKind, ParsedFile, QuestionFormat } from './format';
import { complexWebQuestions } from './complexWebQuestions';
import { genericJson } from './genericJson';
import { grailqa } from './grailqa';
import { jsonLines } from './jsonLines';
import { kqaPro } from './kqapro';
import { lcquad1, lcquad2 } from './lcquad';
import { markdownList } from './markdownList';
import { metaqa } from './metaqa';
import { mintaka } from './mintaka';
import { pathQuestion } from './pathQuestion';
import { plainText } from './plainText';
import { qald } from './qald';
import { rog } from './rog';
import { rubq } from './rubq';
import { simpleQuestions } from './simpleQuestions';
import { sparqlFile } from './sparqlFile';
import { table } from './table';
import { webqsp } from './webqsp';

/** From specific to generic: the first that detects a file reads it. */
export const FORMATS: readonly QuestionFormat[] = [
  mintaka, qald, lcquad2, lcquad1, webqsp, complexWebQuestions, kqaPro, rubq, grailqa, genericJson, rog, jsonLines, sparqlFile, simpleQuestions, table, metaqa, pathQuestion, markdownList, plainText,
];

/** The format with a name, as {@link ParsedFile} gives it. */
export function formatNamed(name: string): QuestionFormat | undefined {
  return FORMATS.find((format) => format.name === name);
}

/** The format of a file, by its path and the beginning of its text. */
export function formatOf(file: FileKind, head: string): QuestionFormat | undefined {
  return FORMATS.find((format) => format.detects(file, head));
}

/**
 * Reads a question file of any known format. `path` only helps to tell which; nothing is read from disk.
 *
 * @param anyText plain text and Markdown files are question files too (the editor asks its setting; the command line was given the file on purpose)
 * @returns no questions and one problem where no format fits
 */
export function parseQuestions(path: string, text: string, { anyText = true }: Partial<Pick<FileKind, 'anyText'>> = {}): ParsedFile {
  // A byte order mark is part of the document but of no format: a space of the same length stands in for it.
  const source = text.startsWith('\uFEFF') ? ` ${text.slice(1)}` : text;
  const format = formatOf({ path, anyText }, source);
  if (format !== undefined) return format.parse(source, path);
  return {
    format: '', questions: [],
    problems: [{ range: { start: 0, end: Math.min(source.length, 1) }, message: `No known format of questions. HopLens reads ${FORMATS.map(({ name }) => name).join(', ')}; plain text ends in .questions or .txt.` }],
  };
}
