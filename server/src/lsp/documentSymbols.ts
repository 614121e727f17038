import { SymbolKind, type CancellationToken, type DocumentSymbol } from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { breather } from '../documents/breather';
import type { OpenDocument } from '../documents/documents';
import { shownMentions, type QuestionEntry } from '../documents/questionEntry';
import type { Feature } from './feature';
import { rangeOf } from './positions';

/** So many symbols of a file go out, as many as VS Code's own outline of JSON lists: the workspace's symbols find the rest. */
const MOST = 5000;

/** The outline: questions, and below each the entities that it names. */
export const documentSymbols: Feature = {
  capabilities: { documentSymbolProvider: true },
  register({ connection, documents, text, read }) {
    connection.onDocumentSymbol(async ({ textDocument: { uri } }, token): Promise<DocumentSymbol[]> => {
      await read(uri);
      const document = documents.get(uri);
      const source = text(uri);
      return document === undefined || source === undefined ? [] : documentSymbolsOf(document, source, token);
    });
  },
};

/** The questions with their entities, as many as an outline shows. Other work has its turn in between. */
export async function documentSymbolsOf({ entries }: OpenDocument, source: TextDocument, token: Pick<CancellationToken, 'isCancellationRequested'>): Promise<DocumentSymbol[]> {
  const found: DocumentSymbol[] = [];
  const breathe = breather();
  let count = 0;
  for (const entry of entries) {
    await breathe();
    // The text changed: the client asks again.
    if (token.isCancellationRequested) break;
    const symbol = symbolOf(entry, source);
    count += 1 + (symbol.children?.length ?? 0);
    if (count > MOST) break;
    found.push(symbol);
  }
  return found;
}

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
