import { SymbolKind, type CancellationToken, type DocumentSymbol } from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { breather } from '../documents/breather';
import type { OpenDocument } from '../documents/documents';
import { shownMentions, type QuestionEntry } from '../documents/questionEntry';
import type { Feature } from './feature';
import { rangeOf } from './positions';

/**
 * So many symbols of a file go out: the editor reads them as one message and hands them on as one, and with 5000 it took 57 ms for that. The workspace's symbols
 * find the rest.
 */
const MOST = 2000;

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

/** The questions with their entities; of a file with more of both than an outline shows, the questions alone, as many as it shows. Other work has its turn in between. */
export async function documentSymbolsOf({ entries }: OpenDocument, source: TextDocument, token: Pick<CancellationToken, 'isCancellationRequested'>): Promise<DocumentSymbol[]> {
  const found: DocumentSymbol[] = [];
  const breathe = breather();
  const entities = entries.length <= MOST && entries.reduce((sum, entry) => sum + shownMentions(entry).length, entries.length) <= MOST;
  for (const entry of entries.slice(0, MOST)) {
    await breathe();
    // The text changed: the client asks again.
    if (token.isCancellationRequested) break;
    found.push(symbolOf(entry, source, entities));
  }
  return found;
}

function symbolOf(entry: QuestionEntry, source: TextDocument, entities: boolean): DocumentSymbol {
  const range = rangeOf(source, entry.question.range);
  return {
    name: entry.question.text, kind: SymbolKind.String, range, selectionRange: range,
    children: !entities ? [] : shownMentions(entry).map((shown) => {
      const place = rangeOf(source, shown.range);
      return { name: shown.best.label, detail: shown.best.id, kind: SymbolKind.Object, range: place, selectionRange: place };
    }),
  };
}
