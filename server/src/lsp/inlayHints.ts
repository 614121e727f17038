import { InlayHintKind, type InlayHint, type Range } from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { documentCorrections } from '../documents/corrections/correctionText';
import type { OpenDocument } from '../documents/documents';
import { answerText, shownMentions } from '../documents/questionEntry';
import type { Feature } from './feature';
import { questionsIn, spanOf } from './positions';

/** The client's command that opens the panel for a question: the label part of an answer carries it as data. */
export const SHOW_IN_PANEL = 'hoplens.showInPanel';
/** So long (milliseconds) the hints wait for the questions in view: the editor keeps the old ones meanwhile, so that an id does not blink while one types. */
const PATIENCE = 300;
/** Stands before what a person said. */
const CORRECTED = '✎ ';

/** The id behind each span, and the answer at the end of the line once it was asked for. */
export const inlayHints: Feature = {
  capabilities: { inlayHintProvider: { resolveProvider: false } },
  register({ connection, documents, text, settings }) {
    connection.languages.inlayHint.on(async ({ textDocument: { uri }, range }) => {
      const asked = text(uri);
      if (asked === undefined) return [];
      await Promise.race([documents.show(uri, { start: asked.offsetAt(range.start), end: asked.offsetAt(range.end) }), new Promise((resolve) => { setTimeout(resolve, PATIENCE); })]);
      const document = documents.get(uri);
      const source = text(uri);
      return document === undefined || source === undefined ? [] : inlayHintsOf(document, source, range, settings().minimumScore);
    });
  },
};

/** The hints of the questions in a range, as things are now. */
export function inlayHintsOf(document: OpenDocument, source: TextDocument, range: Range, minimumScore: number): InlayHint[] {
  return questionsIn(document, spanOf(source, range)).flatMap(({ entry, index }) => {
    // The id of a pinned mention stands in the text already.
    const hints: InlayHint[] = shownMentions(entry).filter((shown) => !shown.pinned).map(({ range: { end }, best, corrections }) => ({
      position: source.positionAt(end), label: corrections.length > 0 ? `${CORRECTED}${best.id}` : best.id, kind: InlayHintKind.Type, paddingLeft: true, paddingRight: false,
      tooltip: `${best.label}${best.description === '' ? '' : `: ${best.description}`}`,
    }));
    for (const { kind, range: { end }, text } of documentCorrections(entry)) {
      if (kind === 'none') hints.push({ position: source.positionAt(end), label: `${CORRECTED}no entity`, kind: InlayHintKind.Type, paddingLeft: true, tooltip: text });
    }
    const answer = answerText(entry, minimumScore);
    if (answer !== '') {
      const command = { title: 'Show in panel', command: SHOW_IN_PANEL, arguments: [document.uri, index] };
      hints.push({ position: lineEnd(source, entry.question.range.end), paddingLeft: true, label: [{ value: `→ ${answer}`, command, tooltip: entry.linked?.summary ?? '' }] });
    }
    return hints;
  });
}

/** The end of the line of an offset, before its line break. */
function lineEnd(source: TextDocument, offset: number): InlayHint['position'] {
  const { line } = source.positionAt(offset);
  const text = source.getText({ start: { line, character: 0 }, end: { line: line + 1, character: 0 } });
  return { line, character: text.replace(/\r?\n$/, '').length };
}
