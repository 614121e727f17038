import type { FileKind, FormatProblem, ParsedFile, ParsedQuestion, QuestionFormat } from './format';
import { itemPieces } from './itemPieces';
import { moved } from './moved';
import { formatOf, parseQuestions } from './parseQuestions';
import { linePieces, type Piece } from './pieces';
import { rowPieces } from './rowPieces';
import { delimiterOf } from './tableOf';

/** One after the other: the questions of a file, and what could not be read. */
export type Streamed = { readonly question: ParsedQuestion } | { readonly problem: FormatProblem };

/** So many bytes are read before the format is told (more than any format looks at). */
const LOOKED_AT = 1_000_000;
const BYTE_ORDER_MARK = [0xef, 0xbb, 0xbf];

/**
 * Reads a question file of any size: the same questions, with the same offsets, as {@link parseQuestions} gives for the whole text, holding one record at a time.
 * Formats that cannot be read in pieces (Markdown, SPARQL) are read whole.
 *
 * @param path tells the format, together with the first megabyte
 * @param bytes the file, UTF-8
 * @param anyText as for `parseQuestions`
 * @throws NotJson, PieceTooLong where reading cannot go on
 */
export async function* streamQuestions(path: string, bytes: AsyncIterable<Uint8Array>, { anyText = true }: Partial<Pick<FileKind, 'anyText'>> = {}): AsyncGenerator<Streamed> {
  const { head, all } = await peek(withoutMark(bytes));
  const kind: FileKind = { path, anyText };
  const format = formatOf(kind, head);
  if (format?.pieces === undefined) {
    yield* streamed(parseQuestions(path, await whole(all), { anyText }));
    return;
  }
  for await (const piece of piecesOf(format, all, head)) yield* streamed(placed(format.parse(piece.text, path), piece.start));
}

function piecesOf(format: QuestionFormat, bytes: AsyncIterable<Uint8Array>, head: string): AsyncGenerator<Piece> {
  if (format.pieces === 'items') return itemPieces(bytes);
  return format.pieces === 'rows' ? rowPieces(texts(bytes), delimiterOf(head)) : linePieces(texts(bytes));
}

function* streamed(file: ParsedFile): Generator<Streamed> {
  for (const problem of file.problems) yield { problem };
  for (const question of file.questions) yield { question };
}

/** A piece's questions where they stand in the document. */
function placed(file: ParsedFile, by: number): ParsedFile {
  return {
    format: file.format, questions: file.questions.map((question) => moved(question, by)),
    problems: file.problems.map(({ range, message }) => ({ range: { start: range.start + by, end: range.end + by }, message })),
  };
}

/** The first bytes as text, and all of them still to come. */
async function peek(bytes: AsyncIterable<Uint8Array>): Promise<{ readonly head: string; readonly all: AsyncIterable<Uint8Array> }> {
  const reader = bytes[Symbol.asyncIterator]();
  const read: Uint8Array[] = [];
  let length = 0;
  while (length < LOOKED_AT) {
    const next = await reader.next();
    if (next.done === true) break;
    read.push(next.value);
    length += next.value.length;
  }
  const head = new TextDecoder('utf-8', { ignoreBOM: true }).decode(Buffer.concat(read), { stream: true });
  return { head, all: again(read, reader) };
}

async function* again(read: Uint8Array[], reader: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  for (let chunk = read.shift(); chunk !== undefined; chunk = read.shift()) yield chunk;
  for (let next = await reader.next(); next.done !== true; next = await reader.next()) yield next.value;
}

/** A byte order mark is one character of the document but of no format: a space stands in for it. */
async function* withoutMark(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let first = Buffer.alloc(0);
  let begun = false;
  for await (const chunk of bytes) {
    if (begun) {
      yield chunk;
      continue;
    }
    first = Buffer.concat([first, chunk]);
    if (first.length < BYTE_ORDER_MARK.length) continue;
    begun = true;
    yield spaced(first);
  }
  if (!begun && first.length > 0) yield first;
}

function spaced(first: Buffer): Buffer {
  return BYTE_ORDER_MARK.every((byte, k) => first[k] === byte) ? Buffer.concat([Buffer.from(' '), first.subarray(BYTE_ORDER_MARK.length)]) : first;
}

async function* texts(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  for await (const chunk of bytes) yield decoder.decode(chunk, { stream: true });
  yield decoder.decode();
}

async function whole(bytes: AsyncIterable<Uint8Array>): Promise<string> {
  const parts: string[] = [];
  for await (const text of texts(bytes)) parts.push(text);
  return parts.join('');
}
