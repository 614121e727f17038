import type { DocumentCorrection } from './corrections';
import type { Span } from './span';

/** A gold entity of a question file, where the file carries one. */
export interface GoldEntity {
  /** The graph's id, or empty when the file gives only a label. */
  readonly id: string;
  readonly label: string;
  /** Its span in the QUESTION text (not the document), when the format gives one. */
  readonly span: Span | null;
}

/** An open document as a whole. */
export interface DocumentSummary {
  /** −1 where it is not open. */
  readonly version: number;
  /** Name of the file format that was read. */
  readonly format: string;
  /** Whether a mention may be pinned in the text; a data set is never rewritten. */
  readonly pinnable: boolean;
  /** How many questions it holds. */
  readonly count: number;
}

/** A question of an open document as the client sees it. */
export interface DocumentQuestion {
  /** Index in the document. */
  readonly index: number;
  readonly text: string;
  /** Start line (zero-based) and UTF-16 range in the document. */
  readonly line: number;
  readonly range: Span;
  readonly state: 'waiting' | 'linked' | 'answered' | 'failed';
  readonly mentions: readonly DocumentMention[];
  /** By position. */
  readonly corrections: readonly DocumentCorrection[];
  /** Short text of the answers, for the end of the line; empty until answered. */
  readonly answer: string;
}

/** A span in document coordinates, for decorations. */
export interface DocumentMention {
  readonly range: Span;
  /** The same span in the question's text, as {@link Mention} counts. */
  readonly span: Span;
  readonly id: string;
  readonly label: string;
  /** Probability of span and entity together: solid ≥ 0.8, dashed ≥ 0.5, dotted below. */
  readonly score: number;
  readonly pinned: boolean;
}
