import { InlayHintKind, type InlayHint } from 'vscode-languageserver/node';
import { answerText, shownMentions } from '../documents/questionEntry';
import type { Feature } from './feature';
import { questionsIn } from './positions';

/** The client's command that opens the panel for a question: the label part of an answer carries it as data. */
export const SHOW_IN_PANEL = 'hoplens.showInPanel';

/** The id behind each span, and the answer at the end of the line once it was asked for. */
export const inlayHints: Feature = {
  capabilities: { inlayHintProvider: { resolveProvider: false } },
  register({ connection, documents, text }) {
    connection.languages.inlayHint.on(({ textDocument: { uri }, range }) => {
      const document = documents.get(uri);
      const source = text(uri);
      if (document === undefined || source === undefined) return [];
      return questionsIn(document, source, range).flatMap(({ entry, index }): InlayHint[] => {
        const hints: InlayHint[] = shownMentions(entry).filter((shown) => !shown.pinned).map((shown) => ({
          position: source.positionAt(shown.range.end), label: shown.best.id, kind: InlayHintKind.Type, paddingLeft: true, paddingRight: false,
          tooltip: `${shown.best.label}${shown.best.description === '' ? '' : `: ${shown.best.description}`}`,
        }));
        const answer = answerText(entry);
        if (answer !== '') {
          const { line } = source.positionAt(entry.question.range.end);
          const end = source.positionAt(source.offsetAt({ line: line + 1, character: 0 }));
          const lineEnd = end.line === line ? end : { line, character: source.getText({ start: { line, character: 0 }, end }).replace(/\r?\n$/, '').length };
          hints.push({
            position: lineEnd, paddingLeft: true,
            label: [{ value: `→ ${answer}`, command: { title: 'Show in panel', command: SHOW_IN_PANEL, arguments: [uri, index] }, tooltip: entry.explanation?.summary ?? '' }],
          });
        }
        return hints;
      });
    });
  },
};
