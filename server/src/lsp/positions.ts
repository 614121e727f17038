import type { Position, Range } from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { OpenDocument } from '../documents/documents';
import { shownMentions, type QuestionEntry, type ShownMention } from '../documents/questionEntry';
import type { Span } from '../protocol';

/** UTF-16 offsets as an LSP range. */
export function rangeOf(text: TextDocument, span: Span): Range {
  return { start: text.positionAt(span.start), end: text.positionAt(span.end) };
}

/** The question at a position, with its index; its whole line counts where no other question shares it. */
export function questionAt(document: OpenDocument, text: TextDocument, position: Position): { readonly entry: QuestionEntry; readonly index: number } | undefined {
  const offset = text.offsetAt(position);
  const exact = document.entries.findIndex(({ question }) => question.range.start <= offset && offset <= question.range.end);
  const index = exact >= 0 ? exact : document.entries.findIndex(({ question }) => text.positionAt(question.range.start).line === position.line);
  const entry = document.entries[index];
  return entry === undefined ? undefined : { entry, index };
}

/** The mention at a position. */
export function mentionAt(document: OpenDocument, text: TextDocument, position: Position): { readonly entry: QuestionEntry; readonly index: number; readonly shown: ShownMention } | undefined {
  const found = questionAt(document, text, position);
  if (found === undefined) return undefined;
  const offset = text.offsetAt(position);
  const shown = shownMentions(found.entry).find(({ range }) => range.start <= offset && offset < range.end);
  return shown === undefined ? undefined : { ...found, shown };
}

/** An LSP range as UTF-16 offsets. */
export function spanOf(text: TextDocument, { start, end }: Range): Span {
  return { start: text.offsetAt(start), end: text.offsetAt(end) };
}

/** Questions that a part of the document touches. */
export function questionsIn(document: OpenDocument, { start, end }: Span): { readonly entry: QuestionEntry; readonly index: number }[] {
  return document.entries.flatMap((entry, index) => (entry.question.range.end >= start && entry.question.range.start <= end ? [{ entry, index }] : []));
}
