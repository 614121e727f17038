import { Uri, window, workspace, type TextDocument } from 'vscode';
import type { DocumentCorrection, DocumentMention, DocumentQuestion, Span } from '../../../server/src/protocol';
import { mentionAt } from '../mentionAt';
import type { Services } from '../services';

/** Words of a question that a command is about. */
export interface Place {
  readonly document: TextDocument;
  readonly question: DocumentQuestion;
  /** In the question's text. */
  readonly span: Span;
  /** Undefined where these words are no mention. */
  readonly mention: DocumentMention | undefined;
  /** What corrections say of these words. */
  readonly corrections: readonly DocumentCorrection[];
}

const isSpan = (value: unknown): value is Span => typeof value === 'object' && value !== null && 'start' in value && typeof value.start === 'number' && 'end' in value && typeof value.end === 'number';

/**
 * The words that a quick fix, a hover or the cursor names.
 *
 * @param uri of the document, with either the index of the question and a span in it, or an offset in the document; none of them: the cursor
 */
export async function placeOf({ annotations }: Services, uri: unknown, index: unknown, offset: unknown, span: unknown): Promise<Place | undefined> {
  if (typeof uri === 'string' && typeof index === 'number' && isSpan(span)) {
    const document = await workspace.openTextDocument(Uri.parse(uri, true));
    const question = await annotations.question(uri, index);
    return question === undefined ? undefined : placeAt(document, question, span);
  }
  const editor = window.activeTextEditor;
  const document = typeof uri === 'string' ? await workspace.openTextDocument(Uri.parse(uri, true)) : editor?.document;
  if (document === undefined) return undefined;
  const at = typeof offset === 'number' ? offset : document.offsetAt(editor?.selection.active ?? document.positionAt(0));
  const question = await annotations.questionAt(document, at);
  if (question === undefined) return undefined;
  const only = question.mentions.length === 1 ? question.mentions[0] : undefined;
  const found = mentionAt(question, at)?.span ?? question.corrections.find(({ range }) => range.start <= at && at <= range.end)?.span ?? only?.span;
  return found === undefined ? undefined : placeAt(document, question, found);
}

function placeAt(document: TextDocument, question: DocumentQuestion, { start, end }: Span): Place {
  const over = (other: Span): boolean => other.start < end && start < other.end;
  return {
    document, question, span: { start, end }, mention: question.mentions.find((mention) => over(mention.span)),
    corrections: question.corrections.filter((correction) => over(correction.span)),
  };
}
