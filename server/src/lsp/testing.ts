import { TextDocument } from 'vscode-languageserver-textdocument';
import { Documents, type OpenDocument } from '../documents/documents';
import { linkedOf } from '../documents/questionEntry';
import { explanation } from '../documents/testing';
import type { Explanation } from '../protocol';

/** For tests: a document that was read, with its text for positions; `told` says what the model found in each question, by its text. */
export function opened(uri: string, text: string, told: Readonly<Record<string, Partial<Explanation>>> = {}): { readonly document: OpenDocument; readonly source: TextDocument } {
  const documents = new Documents({ onChanged: () => undefined });
  documents.update({ uri, version: 1, text });
  const document = documents.get(uri);
  if (document === undefined) throw new Error('the document was not read');
  for (const entry of document.entries) {
    const found = told[entry.question.text];
    if (found !== undefined) entry.linked = linkedOf({ ...explanation(entry.question.text, []), ...found }, entry.question);
  }
  return { document, source: TextDocument.create(uri, 'plaintext', 1, text) };
}
