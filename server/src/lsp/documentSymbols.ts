import { SymbolKind, type DocumentSymbol } from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { breather } from '../documents/breather';
import { shownMentions, type QuestionEntry } from '../documents/questionEntry';
import type { Feature } from './feature';
import { rangeOf } from './positions';

/** The outline: questions, and below each the entities that it names. */
export const documentSymbols: Feature = {
  capabilities: { documentSymbolProvider: true },
  register({ connection, documents, text }) {
    connection.onDocumentSymbol(async ({ textDocument: { uri } }, token): Promise<DocumentSymbol[]> => {
      const source = text(uri);
      const found: DocumentSymbol[] = [];
      const breathe = breather();
      if (source === undefined) return [];
      for (const entry of documents.get(uri)?.entries ?? []) {
        await breathe();
        // The text changed: the client asks again.
        if (token.isCancellationRequested) break;
        found.push(symbolOf(entry, source));
      }
      return found;
    });
  },
};

function symbolOf(entry: QuestionEntry, source: TextDocument): DocumentSymbol {
  const range = rangeOf(source, entry.question.range);
  return {
    name: entry.question.text, kind: SymbolKind.String, range, selectionRange: range,
    children: shownMentions(entry).map((shown) => {
      const place = rangeOf(source, shown.range);
      return { name: shown.best.label, detail: shown.best.id, kind: SymbolKind.Object, range: place, selectionRange: place };
    }),
  };
}
