import { CodeActionKind, type CodeAction, type Range } from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { ShownMention } from '../documents/questionEntry';
import { shownMentions } from '../documents/questionEntry';
import { formatNamed } from '../formats/parseQuestions';
import type { Feature } from './feature';
import { questionsIn, rangeOf } from './positions';

const OFFERED = 5;

/** Quick fix: pins another candidate in the text, as `[Tom Hanks](Q2263)`. A data set's format is left alone. */
export const codeActions: Feature = {
  capabilities: { codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix] } },
  register({ connection, documents, text }) {
    connection.onCodeAction(({ textDocument: { uri }, range }): CodeAction[] => {
      const document = documents.get(uri);
      const source = text(uri);
      if (document === undefined || source === undefined || formatNamed(document.format)?.pinnable !== true) return [];
      const start = source.offsetAt(range.start);
      const end = source.offsetAt(range.end);
      return questionsIn(document, source, range).flatMap(({ entry }) =>
        shownMentions(entry).filter((shown) => shown.range.start <= end && start <= shown.range.end).flatMap((shown) => pins(uri, source, shown)));
    });
  },
};

function pins(uri: string, source: TextDocument, shown: ShownMention): CodeAction[] {
  const words = source.getText(rangeOf(source, shown.range));
  const action = (title: string, range: Range, newText: string): CodeAction => ({
    title, kind: CodeActionKind.QuickFix, edit: { changes: { [uri]: [{ range, newText }] } },
  });
  if (shown.pinned) {
    const whole = pinRange(source, shown);
    return [action(`Remove the pin of “${words}”`, rangeOf(source, whole), words)];
  }
  return shown.mention.candidates.slice(0, OFFERED).map((candidate) =>
    action(`Pin “${words}” to ${candidate.label} (${candidate.id})${candidate.description === '' ? '' : `: ${candidate.description}`}`, rangeOf(source, shown.range), `[${words}](${candidate.id})`));
}

/** From the opening bracket to the closing parenthesis of a pin around a mention. */
function pinRange(source: TextDocument, { range }: ShownMention): { start: number; end: number } {
  const text = source.getText();
  return { start: range.start - 1, end: text.indexOf(')', range.end) + 1 };
}
