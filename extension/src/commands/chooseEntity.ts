import { l10n, Range, Uri, window, workspace, WorkspaceEdit, type TextDocument } from 'vscode';
import type { DocumentMention, DocumentQuestion } from '../../../server/src/protocol';
import { candidateItems, mentionOver } from '../candidateItems';
import { mentionAt } from '../questionAt';
import type { Services } from '../services';
import { guarded } from './failure';

/**
 * Lists the candidates of the mention under the cursor, or at the offset that a hover names. In a `.questions` file the chosen one is pinned in the text; a data
 * set is never rewritten: there the chosen one is shown in the panel.
 */
export function chooseEntity(services: Services): (uri?: unknown, index?: unknown, offset?: unknown) => Promise<void> {
  return (uri, _index, offset) => guarded(async () => {
    const place = await placeOf(uri, offset);
    const question = place === undefined ? undefined : await services.annotations.questionAt(place.document, place.offset);
    const mention = question === undefined || place === undefined ? undefined : mentionAt(question, place.offset) ?? onlyMention(question);
    if (place === undefined || question === undefined || mention === undefined) {
      void window.showInformationMessage(l10n.t('There is no entity at the cursor. Put the cursor on an underlined name.'));
      return;
    }
    await choose(services, place.document, question, mention);
  });
}

async function placeOf(uri: unknown, offset: unknown): Promise<{ readonly document: TextDocument; readonly offset: number } | undefined> {
  if (typeof uri === 'string' && typeof offset === 'number') return { document: await workspace.openTextDocument(Uri.parse(uri, true)), offset };
  const editor = window.activeTextEditor;
  return editor === undefined ? undefined : { document: editor.document, offset: editor.document.offsetAt(editor.selection.active) };
}

const onlyMention = ({ mentions }: DocumentQuestion): DocumentMention | undefined => (mentions.length === 1 ? mentions[0] : undefined);

async function choose({ server, annotations, panel }: Services, document: TextDocument, question: DocumentQuestion, mention: DocumentMention): Promise<void> {
  const uri = document.uri.toString();
  const { version, explanation } = await server.answerQuestion({ uri, index: question.index, quiet: true });
  const found = mentionOver(explanation.mentions, mention.span);
  const pinnable = annotations.of(document)?.pinnable ?? false;
  if (found === undefined) return;
  const unpin = { label: l10n.t('Remove the pin'), description: mention.id, detail: l10n.t('The entity is found from the words again.'), candidate: undefined };
  const chosen = await window.showQuickPick([...candidateItems(found), ...(pinnable && mention.pinned ? [unpin] : [])], {
    title: pinnable ? l10n.t('Who or what is “{0}”?', found.text) : l10n.t('Candidates of “{0}” (a data set is never rewritten; choose one to see it)', found.text),
    matchOnDescription: true, matchOnDetail: true,
  });
  if (chosen === undefined) return;
  if (!pinnable) {
    if (chosen.candidate !== undefined) await panel.showCard({ uri, index: question.index }, chosen.candidate.id);
    return;
  }
  if (document.version !== version) throw new Error(l10n.t('The text changed in the meantime. Choose again.'));
  const edit = new WorkspaceEdit();
  const words = document.getText(rangeOf(document, mention.range.start, mention.range.end));
  const end = mention.pinned ? document.getText().indexOf(')', mention.range.end) + 1 : mention.range.end;
  edit.replace(document.uri, rangeOf(document, mention.pinned ? mention.range.start - 1 : mention.range.start, end), chosen.candidate === undefined ? words : `[${words}](${chosen.candidate.id})`);
  await workspace.applyEdit(edit);
}

const rangeOf = (document: TextDocument, start: number, end: number): Range => new Range(document.positionAt(start), document.positionAt(end));
