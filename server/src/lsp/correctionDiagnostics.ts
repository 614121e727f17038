import { DiagnosticSeverity, type Diagnostic, type DiagnosticRelatedInformation, type Range } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Corrections, CorrectionState } from '../documents/corrections/corrections';
import { correctionText } from '../documents/corrections/correctionText';
import { parseSidecar, SIDECAR_SUFFIX, type Sidecar } from '../documents/corrections/sidecarFile';
import { SidecarError } from '../documents/corrections/sidecarError';
import { isSidecar, questionFileOf } from '../documents/corrections/sidecarPath';
import type { OpenDocument } from '../documents/documents';
import type { Correction, Span } from '../protocol';
import { rangeOf } from './positions';

/** Codes of what is said of corrections; the quick fixes go by them. */
export const SIDECAR = 'corrections';
const SOURCE = 'HopLens';
const START: Range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

const notice = (range: Range, severity: DiagnosticSeverity, message: string, relatedInformation: DiagnosticRelatedInformation[] = []): Diagnostic => ({
  range, severity, message, source: SOURCE, code: SIDECAR, ...(relatedInformation.length === 0 ? {} : { relatedInformation }),
});

const orphanText = (correction: Correction, why: string): string =>
  `A correction is kept but attached to no question: “${correction.mention}” in “${correction.question}”, ${correctionText(correction)}; ${why}. Restore the question, or correct or remove the line in the sidecar.`;

/**
 * What is to be said of a document's corrections: in the question file that its sidecar cannot be used, which corrections are attached to no question, and which
 * were attached although the question's words changed. In the sidecar itself the same, at the line.
 */
export function correctionDiagnostics(source: TextDocument, document: OpenDocument | undefined, corrections: Corrections): Diagnostic[] {
  if (isSidecar(source.uri)) return inSidecar(source, corrections.state(questionFileOf(source.uri)));
  const state = corrections.state(source.uri);
  if (state === undefined || document === undefined) return [];
  const place = `${source.uri}${SIDECAR_SUFFIX}`;
  if (state.error !== undefined) return [notice(START, DiagnosticSeverity.Error, `The corrections of this file are not used: ${state.error.message}`)];
  const text = TextDocument.create(place, 'json', 0, state.text ?? '');
  const related = (range: Span): DiagnosticRelatedInformation[] => [{ location: { uri: place, range: rangeOf(text, range) }, message: 'The correction' }];
  return [
    ...state.orphans.map(({ correction, range, why }) => notice(START, DiagnosticSeverity.Warning, orphanText(correction, why), related(range))),
    ...state.sidecar.notUnderstood.map(({ range, why }) => notice(START, DiagnosticSeverity.Warning, `A line of the sidecar is kept but not understood. ${why}`, related(range))),
    ...state.moved.flatMap(({ correction, range, question }) => {
      const entry = document.entries[question];
      return entry === undefined ? [] : [notice(rangeOf(source, entry.question.range), DiagnosticSeverity.Information, `This question was “${correction.question}” when “${correction.mention}” was ${correctionText(correction)}.`, related(range))];
    }),
  ];
}

/** In the sidecar as the editor shows it, saved or not. */
function inSidecar(source: TextDocument, state: CorrectionState | undefined): Diagnostic[] {
  let sidecar: Sidecar;
  try {
    sidecar = parseSidecar(source.uri, source.getText());
  } catch (error) {
    if (!(error instanceof SidecarError)) throw error;
    return [notice(rangeOf(source, error.range), DiagnosticSeverity.Error, error.message.slice(error.message.indexOf(': ') + 2))];
  }
  const found = sidecar.notUnderstood.map(({ range, why }) => notice(rangeOf(source, range), DiagnosticSeverity.Warning, `Kept, but not understood. ${why}`));
  const told = [
    ...(state?.orphans ?? []).map(({ correction, why }) => [correction, orphanText(correction, why)] as const),
    ...(state?.overruled ?? []).map(({ correction }) => [correction, 'A later correction of the same words, or a pin in the text, holds instead.'] as const),
  ];
  for (const [{ id }, message] of told) {
    for (const { correction, range } of sidecar.corrections) if (correction.id === id) found.push(notice(rangeOf(source, range), DiagnosticSeverity.Warning, message));
  }
  return found;
}
