import type { GoldEntity, Span } from '../protocol';

/** A mention pinned in the text: offsets in the QUESTION, id in the graph. */
export interface PinnedMention extends Span {
  readonly id: string;
}

/** From `question` on, offset q stands at `document + (q − question)`. `width`: the first character is an escape so many units long in the document. */
export interface OffsetPiece {
  readonly question: number;
  readonly document: number;
  readonly width?: number;
}

/** Question offset → document offset, as a list of pieces: escapes, brackets and pins start a new one. Sorted by `question`; the first starts at 0. */
export type OffsetMap = readonly OffsetPiece[];

/** A question of a file, decoded, with its place and what the file says of it. */
export interface ParsedQuestion {
  /** The question as the model sees it. */
  readonly text: string;
  /** Where it stands in the document, in UTF-16 units. */
  readonly range: Span;
  readonly offsets: OffsetMap;
  readonly gold: readonly GoldEntity[];
  /**
   * Null where the file gives none; an empty list where it says that there is no answer. Each answer is a text: an id as the file writes it, without an address
   * in front (`Q90`, `m.0f8l9c`), a number or a date as it stands, a truth value as `true` or `false`, anything else a label.
   */
  readonly goldAnswers: readonly string[] | null;
  readonly pins: readonly PinnedMention[];
  /** The file's own id of the question; empty without one. */
  readonly id: string;
  /** Complexity or hop class, where the format has one. */
  readonly complexity: string;
  /** How many hops lead from the question's entity to the answer (the longest chain of several), where the format knows. */
  readonly hops?: number;
  /** The gold fact (subject, relation, object), where the row names one. */
  readonly triple?: readonly [string, string, string];
}

/** Something that could not be read: where, and what to do. */
export interface FormatProblem {
  readonly range: Span;
  readonly message: string;
}

/** A file read. */
export interface ParsedFile {
  /** The format's name; empty where no format fits. */
  readonly format: string;
  readonly questions: readonly ParsedQuestion[];
  readonly problems: readonly FormatProblem[];
}

/** What is known of a file besides its text. */
export interface FileKind {
  /** Path, URI or name: only its ending counts. */
  readonly path: string;
  /** Every line of plain text and every item of a Markdown list is a question; false: only what is surely a question file. */
  readonly anyText: boolean;
}

/** How a file that does not fit into memory is read in pieces: line by line, one item of a JSON list or one row of a table at a time. */
export type Pieces = 'lines' | 'items' | 'rows';

/** One format: says whether a file is its own, and reads it. */
export interface QuestionFormat {
  readonly name: string;
  /** A block format: a question stands among other lines of its own record, so that a lens above it costs little. */
  readonly block?: boolean;
  /** A mention may be pinned in the text: no data set. */
  readonly pinnable?: boolean;
  /** Without it only the whole file can be read. */
  readonly pieces?: Pieces;
  detects(file: FileKind, text: string): boolean;
  /** `path`: what the file or its folder is called may say how many hops its questions have. */
  parse(text: string, path?: string): ParsedFile;
}

/** The document offset of a question offset. */
export function toDocument(offsets: OffsetMap, offset: number): number {
  const piece = pieceOf(offsets, offset);
  return piece === undefined ? offset : piece.document + (offset - piece.question);
}

/**
 * The place in the document of a span of the question: from its first character to the end of its last one. The end is not simply mapped, because a pin's target
 * may stand right behind the span.
 */
export function rangeInDocument(offsets: OffsetMap, { start, end }: Span): Span {
  const from = toDocument(offsets, start);
  if (end <= start) return { start: from, end: from };
  const last = pieceOf(offsets, end - 1);
  const width = last?.question === end - 1 ? last.width ?? 1 : 1;
  return { start: from, end: toDocument(offsets, end - 1) + width };
}

/** The last piece that starts at or before an offset. */
function pieceOf(offsets: OffsetMap, offset: number): OffsetPiece | undefined {
  let low = 0;
  let high = offsets.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if ((offsets[middle]?.question ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return offsets[low];
}
