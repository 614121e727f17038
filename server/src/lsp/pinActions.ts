import { CodeActionKind, type CodeAction, type Range } from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { ShownMention } from '../documents/questionEntry';
import type { ToldGold } from './goldFixes';
import type { Words } from './mentionActions';
import { rangeOf } from './positions';

const OFFERED = 5;

/** Pins a candidate in the text, as `[Tom Hanks](Q2263)`, or takes the pin away. One that a diagnostic (`told`) says is right is preferred. */
export function pinActions({ uri, source, mention }: Words, told: readonly ToldGold[]): CodeAction[] {
  const words = source.getText(rangeOf(source, mention.range));
  const action = (title: string, range: Range, newText: string): CodeAction => ({
    title, kind: CodeActionKind.QuickFix, edit: { changes: { [uri]: [{ range, newText }] } },
  });
  if (mention.pinned) return [action(`Remove the pin of “${words}”`, rangeOf(source, pinRange(source, mention)), words)];
  return mention.mention.candidates.slice(0, OFFERED).map((candidate) => ({
    ...action(`Pin “${words}” to ${candidate.label} (${candidate.id})${candidate.description === '' ? '' : `: ${candidate.description}`}`, rangeOf(source, mention.range), `[${words}](${candidate.id})`),
    ...preferred(told.filter(({ id }) => id === candidate.id)),
  }));
}

function preferred(told: readonly ToldGold[]): Partial<CodeAction> {
  return told.length === 0 ? {} : { isPreferred: true, diagnostics: told.map(({ diagnostic }) => diagnostic) };
}

/** From the opening bracket to the closing parenthesis of a pin around a mention. */
function pinRange(source: TextDocument, { range }: ShownMention): { start: number; end: number } {
  const text = source.getText();
  return { start: range.start - 1, end: text.indexOf(')', range.end) + 1 };
}
