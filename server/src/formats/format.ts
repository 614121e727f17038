import type { GoldEntity, Span } from '../protocol';

/** A mention pinned in the text: offsets in the QUESTION, id in the graph. */
export interface PinnedMention extends Span {
  readonly id: string;
}

/**
 * Question offset → document offset, as a list of pieces: from `question` on, offset q stands at `document + (q − question)` in the document. Escapes, brackets and
 * pins start a new piece. Sorted; the first starts at 0.
 */
export type OffsetMap = readonly { readonly question: number; readonly document: number }[];

/** A question of a file, decoded, with its place and what the file says of it. */
export interface ParsedQuestion {
  /** The question as the model sees it. */
  readonly text: string;
  /** Where it stands in the document, in UTF-16 units. */
  readonly range: Span;
  readonly offsets: OffsetMap;
  readonly gold: readonly GoldEntity[];
  /** Ids, literal values or labels; null when the file gives none. */
  readonly goldAnswers: readonly string[] | null;
  readonly pins: readonly PinnedMention[];
  /** The file's own id of the question; empty without one. */
  readonly id: string;
  /** Complexity or hop class, where the format has one. */
  readonly complexity: string;
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
  readonly format: string;
  readonly questions: readonly ParsedQuestion[];
  readonly problems: readonly FormatProblem[];
}

/** One format: says whether a file is its own, and reads it. */
export interface QuestionFormat {
  readonly name: string;
  /** Looks at path and the beginning of the text only. */
  detects(path: string, text: string): boolean;
  parse(text: string): ParsedFile;
}

/** The document offset of a question offset. */
export function toDocument(offsets: OffsetMap, offset: number): number {
  let piece = offsets[0];
  for (const next of offsets) {
    if (next.question > offset) break;
    piece = next;
  }
  return piece === undefined ? offset : piece.document + (offset - piece.question);
}
