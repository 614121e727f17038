import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { DiagnosticSeverity, DocumentDiagnosticReportKind, LSPErrorCodes, ResponseError, type Diagnostic, type DiagnosticRelatedInformation, type DiagnosticServerCancellationData, type DocumentDiagnosticReport } from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { OpenDocument } from '../documents/documents';
import type { QuestionEntry } from '../documents/questionEntry';
import { linkMisses, type KnownEntities } from '../evaluation/causes/linkMisses';
import { rangeInDocument } from '../formats/format';
import { ENTITY_CAUSES, type Miss, type Standing } from '../protocol';
import { correctionDiagnostics } from './correctionDiagnostics';
import type { Feature } from './feature';
import { breather } from '../documents/breather';
import { linkedPrediction, Misses } from './misses';
import { rangeOf } from './positions';
import { askedAbout } from './whyNotActions';

export const SOURCE = 'HopLens';
/** So many of a file go out: VS Code shows no more. */
const MOST = 999;

/** The cause of each missed question and each mislinked entity, lines that could not be read, questions that failed. */
export const diagnostics: Feature = {
  capabilities: { diagnosticProvider: { interFileDependencies: false, workspaceDiagnostics: false } },
  register(services) {
    const { connection, documents, text, graph } = services;
    const misses = new Misses(services);
    connection.languages.diagnostics.on(async ({ textDocument: { uri }, previousResultId }): Promise<DocumentDiagnosticReport> => {
      const document = documents.get(uri);
      const source = text(uri);
      const said = source === undefined ? [] : correctionDiagnostics(source, document, services.corrections);
      if (document === undefined || source === undefined) return { kind: DocumentDiagnosticReportKind.Full, items: said };
      // What a run is needed for comes with the next report.
      misses.want(document);
      const page = pathToFileURL(join(services.documentation(), 'causes.md')).href;
      const items = [...said, ...await diagnosticsOf(document, source, graph()?.graph, (entry) => misses.of(entry), page)];
      // The client asks again at once.
      if (documents.get(uri) !== document) throw new ResponseError(LSPErrorCodes.ServerCancelled, 'The text changed in the meantime.', { retriggerRequest: true } satisfies DiagnosticServerCancellationData);
      const resultId = createHash('sha1').update(JSON.stringify(items)).digest('base64');
      return resultId === previousResultId ? { kind: DocumentDiagnosticReportKind.Unchanged, resultId } : { kind: DocumentDiagnosticReportKind.Full, resultId, items };
    });
  },
};

/**
 * The diagnostics of a document as it is now, in its order: as many as an editor shows, with a word about the rest. Other work has its turn in between.
 *
 * @param missOf what is known of a question's miss; undefined while nothing is
 * @param page address of the documentation of the causes
 */
export async function diagnosticsOf(
  document: OpenDocument, source: TextDocument, graph: KnownEntities | undefined, missOf: (entry: QuestionEntry) => Miss | null | undefined, page: string,
): Promise<Diagnostic[]> {
  const breathe = breather();
  const found: Diagnostic[] = document.problems.slice(0, MOST).map((problem) => ({
    range: rangeOf(source, problem.range), message: problem.message, severity: DiagnosticSeverity.Warning, source: SOURCE, code: 'format',
  }));
  for (const [index, entry] of document.entries.entries()) {
    if (found.length >= MOST) return [restOf(source, entry, document.entries.length - index), ...found];
    await breathe();
    if (entry.error !== undefined) {
      found.push({ range: rangeOf(source, entry.question.range), message: `This question could not be answered: ${entry.error}`, severity: DiagnosticSeverity.Error, source: SOURCE, code: 'failed' });
    }
    if (graph === undefined || entry.linked === undefined) continue;
    const miss = missOf(entry) ?? null;
    const about = miss !== null && ENTITY_CAUSES.includes(miss.cause) ? miss.gold?.id : undefined;
    // A mislink is told at once; once the question's own cause lies with the same entity, that one says more.
    const links = linkMisses(linkedPrediction(entry.linked), entry.question.gold, graph, entry.question.text).filter(({ gold }) => about === undefined || gold?.id !== about);
    const right = missOf(entry) === null && entry.question.goldAnswers !== null;
    for (const link of links) found.push(diagnosticOf(document.uri, source, entry, link, page, right));
    if (miss !== null) found.push(diagnosticOf(document.uri, source, entry, miss, page, false));
  }
  return found;
}

function restOf(source: TextDocument, { question }: QuestionEntry, left: number): Diagnostic {
  return {
    range: rangeOf(source, question.range), severity: DiagnosticSeverity.Information, source: SOURCE, code: 'more',
    message: `From here on ${String(left)} questions are not looked at for the Problems view, which shows no more. “HopLens: Evaluate file” tells the cause of every miss.`,
  };
}

/** @param harmless the question was answered right all the same */
function diagnosticOf(uri: string, source: TextDocument, { question }: QuestionEntry, miss: Miss, page: string, harmless: boolean): Diagnostic {
  const range = rangeOf(source, miss.span === null ? question.range : rangeInDocument(question.offsets, miss.span));
  const beyond = miss.cause === 'entity-not-in-graph' || miss.cause === 'fact-missing';
  const related = relatedOf(miss).map((message): DiagnosticRelatedInformation => ({ location: { uri, range }, message }));
  return {
    range, source: SOURCE, code: miss.cause, codeDescription: { href: `${page}#${miss.cause}` }, message: harmless ? `${miss.message} The answer is right all the same.` : miss.message,
    severity: harmless || beyond ? DiagnosticSeverity.Information : DiagnosticSeverity.Warning,
    data: { ...(miss.gold === null ? {} : { gold: miss.gold.id, label: miss.gold.label, span: miss.span }), whyNot: askedAbout(miss) },
    ...(related.length === 0 ? {} : { relatedInformation: related }),
  };
}

/** Gold beside the winner, and what was tried. */
function relatedOf({ own, winner, gold, evidence }: Miss): string[] {
  const goldText = own !== null ? `Gold: ${standingText(own)}` : gold === null || winner === null ? undefined : `Gold: ${gold.label} (${gold.id}), not ranked`;
  return [...(goldText === undefined ? [] : [goldText]), ...(winner === null ? [] : [`Winner: ${standingText(winner)}`]), ...evidence];
}

function standingText({ id, label, rank, score, parts }: Standing): string {
  return `${label} (${id}), number ${String(rank)}, score ${score < 0.0005 ? 'below 0.001' : score.toFixed(3)}: name ${parts.name.toFixed(1)}, fits ${parts.fit.toFixed(1)}, has what is asked ${parts.relation.toFixed(1)}, prior ${parts.prior.toFixed(1)}`;
}
