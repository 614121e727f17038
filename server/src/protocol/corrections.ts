import type { Span } from './span';

/**
 * What a correction says of some words of a question: they name this entity; they name none (NIL); they are one mention, whatever it names; they are a further
 * name of this entity, in every question of the file.
 */
export const CORRECTION_KINDS = ['entity', 'none', 'span', 'alias'] as const;
export type CorrectionKind = (typeof CORRECTION_KINDS)[number];

/** A correction as the sidecar `<file>.hoplens.json` holds it: found again by words, not by place, so that it survives edits of the question file. */
export interface Correction {
  /** Random, so that two people's never meet. */
  readonly id: string;
  readonly kind: CorrectionKind;
  /** The question's text, and which of the questions with this very text is meant, from 1. */
  readonly question: string;
  readonly questionOccurrence: number;
  /** The file's own id of the question; empty without one. */
  readonly questionId: string;
  /** The words, and which of their occurrences in the question is meant, from 1. */
  readonly mention: string;
  readonly mentionOccurrence: number;
  /** Id in the graph, for `entity` and `alias`; empty for the others. */
  readonly entity: string;
  /** The entity's label when it was chosen: for whoever reads the file. */
  readonly label: string;
  /** For `span`: the words that were taken for the mention before. */
  readonly was: string;
  /** Empty unless the setting names one. */
  readonly author: string;
  /** ISO 8601, UTC. Where two corrections speak of the same words the later one holds. */
  readonly time: string;
}

/** A correction that holds in a question of an open document. */
export interface DocumentCorrection {
  readonly id: string;
  readonly kind: CorrectionKind;
  /** In the document, and in the question's text. */
  readonly range: Span;
  readonly span: Span;
  /** In words: "Corrected to Tom Hanks (HL-0001), Ada, 2026-11-25". */
  readonly text: string;
}

/** LSP command: corrects some words of a question. Its one argument: {@link CorrectParams}; the result is the new correction's id. */
export const CorrectCommand = 'hoplens.server.correct';
export interface CorrectParams {
  readonly uri: string;
  readonly index: number;
  /** In the question's text. */
  readonly span: Span;
  readonly kind: CorrectionKind;
  /** For `entity` and `alias`. */
  readonly entity?: string;
  /** For `span`: the span that it takes the place of. */
  readonly was?: Span;
}

/** LSP command: takes corrections away. Its one argument: {@link RemoveCorrectionsParams}. */
export const RemoveCorrectionsCommand = 'hoplens.server.removeCorrections';
export interface RemoveCorrectionsParams {
  readonly uri: string;
  readonly ids: readonly string[];
}

/** LSP command: a correction whose question changed is tied to the question it is shown at now. Its one argument: {@link KeepCorrectionsParams}. */
export const KeepCorrectionsCommand = 'hoplens.server.keepCorrections';
export interface KeepCorrectionsParams {
  readonly uri: string;
  readonly ids: readonly string[];
}

/** Applies a correction to all mentions of the same words in some files. Reports `$/progress` on `workDoneToken`; cancellable: then nothing is written. */
export const CorrectEverywhere = 'hoplens/correctEverywhere';
export interface CorrectEverywhereParams {
  readonly uri: string;
  /** Of a correction of that document. */
  readonly id: string;
  /** The files to look through, that one among them or not. */
  readonly files: readonly string[];
  readonly workDoneToken?: string | number;
}
export interface CorrectEverywhereResult {
  /** What was added, by file: to take it back. */
  readonly added: readonly RemoveCorrectionsParams[];
  /** Files that could not be corrected, and why. */
  readonly failed: readonly string[];
}
