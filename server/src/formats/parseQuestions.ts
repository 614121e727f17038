import type { ParsedFile, QuestionFormat } from './format';
import { jsonLines } from './jsonLines';
import { metaqa } from './metaqa';
import { mintaka } from './mintaka';
import { plainText } from './plainText';
import { simpleQuestions } from './simpleQuestions';

/** From specific to generic: the first that detects a file reads it. */
const FORMATS: readonly QuestionFormat[] = [mintaka, jsonLines, simpleQuestions, metaqa, plainText];

/** Reads a question file of any known format. `path` only helps to tell which; nothing is read from disk. */
export function parseQuestions(path: string, text: string): ParsedFile {
  const format = FORMATS.find((candidate) => candidate.detects(path, text)) ?? plainText;
  return format.parse(text.startsWith('\uFEFF') ? ` ${text.slice(1)}` : text);
}
