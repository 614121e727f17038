import type { Position } from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Span } from '../protocol';

const ID = /(?<![\p{L}\p{N}_])(?:[QP][1-9]\d*|HL-\d+)(?![\p{L}\p{N}_])/gu;

/** The id of an entity or a relation that stands as a word at a position, and where. */
export function idAt(source: TextDocument, position: Position): (Span & { readonly id: string }) | undefined {
  const lineStart = source.offsetAt({ line: position.line, character: 0 });
  const offset = source.offsetAt(position);
  const line = source.getText({ start: { line: position.line, character: 0 }, end: { line: position.line + 1, character: 0 } });
  for (const { 0: id, index } of line.matchAll(ID)) {
    const start = lineStart + index;
    if (start <= offset && offset <= start + id.length) return { start, end: start + id.length, id };
  }
  return undefined;
}
