import { DiagnosticSeverity, DocumentDiagnosticReportKind, type Diagnostic } from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { OpenDocument } from '../documents/documents';
import { mislinksOf, mislinkText, type KnownEntities } from '../documents/mislinks';
import type { Feature } from './feature';
import { rangeOf } from './positions';

export const SOURCE = 'HopLens';
export const MISLINK = 'mislink';

/** Mentions resolved to another entity than the file's gold one, lines that could not be read, questions that failed. */
export const diagnostics: Feature = {
  capabilities: { diagnosticProvider: { interFileDependencies: false, workspaceDiagnostics: false } },
  register({ connection, documents, text, graph }) {
    connection.languages.diagnostics.on(({ textDocument: { uri } }) => {
      const document = documents.get(uri);
      const source = text(uri);
      const items = document === undefined || source === undefined ? [] : diagnosticsOf(document, source, graph()?.graph);
      return { kind: DocumentDiagnosticReportKind.Full, items };
    });
  },
};

/** All diagnostics of a document as it is now. */
export function diagnosticsOf(document: OpenDocument, source: TextDocument, graph: KnownEntities | undefined): Diagnostic[] {
  const found: Diagnostic[] = document.problems.map((problem) => ({
    range: rangeOf(source, problem.range), message: problem.message, severity: DiagnosticSeverity.Warning, source: SOURCE, code: 'format',
  }));
  for (const entry of document.entries) {
    if (entry.error !== undefined) {
      found.push({ range: rangeOf(source, entry.question.range), message: `This question could not be answered: ${entry.error}`, severity: DiagnosticSeverity.Error, source: SOURCE, code: 'failed' });
    }
    if (graph === undefined) continue;
    for (const mislink of mislinksOf(entry, graph)) {
      const range = rangeOf(source, mislink.range);
      const severity = mislink.reason === 'not in the graph' ? DiagnosticSeverity.Information : DiagnosticSeverity.Warning;
      const location = { uri: document.uri, range };
      const { winner } = mislink;
      found.push({
        range, severity, source: SOURCE, code: MISLINK, message: mislinkText(mislink), data: { gold: mislink.gold.id, label: mislink.goldLabel },
        relatedInformation: [
          { location, message: `Gold: ${mislink.goldLabel} (${mislink.gold.id}), ${mislink.rank === 0 ? 'not ranked' : `number ${String(mislink.rank)}, score ${mislink.goldScore.toFixed(3)}`}` },
          ...(winner === undefined ? [] : [{ location, message: `Winner: ${winner.label} (${winner.id}), score ${winner.score.toFixed(3)}: name ${winner.parts.name.toFixed(1)}, fits ${winner.parts.fit.toFixed(1)}, has what is asked ${winner.parts.relation.toFixed(1)}, prior ${winner.parts.prior.toFixed(1)}` }]),
        ],
      });
    }
  }
  return found;
}
