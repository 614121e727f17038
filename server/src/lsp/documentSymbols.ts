import { SymbolKind, type DocumentSymbol } from 'vscode-languageserver/node';
import { shownMentions } from '../documents/questionEntry';
import type { Feature } from './feature';
import { rangeOf } from './positions';

/** The outline: questions, and below each the entities that it names. */
export const documentSymbols: Feature = {
  capabilities: { documentSymbolProvider: true },
  register({ connection, documents, text }) {
    connection.onDocumentSymbol(({ textDocument: { uri } }): DocumentSymbol[] => {
      const source = text(uri);
      if (source === undefined) return [];
      return (documents.get(uri)?.entries ?? []).map((entry) => {
        const range = rangeOf(source, entry.question.range);
        return {
          name: entry.question.text, kind: SymbolKind.String, range, selectionRange: range,
          children: shownMentions(entry).map((shown) => {
            const place = rangeOf(source, shown.range);
            return { name: shown.best.label, detail: shown.best.id, kind: SymbolKind.Object, range: place, selectionRange: place };
          }),
        };
      });
    });
  },
};
