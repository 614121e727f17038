import { l10n, QuickPickItemKind, Range, ThemeIcon, window, workspace, WorkspaceEdit, type TextDocument } from 'vscode';
import type { DocumentMention } from '../../../server/src/protocol';
import { candidateItems, mentionOver } from '../candidateItems';
import { searchGraph } from '../causes/requests';
import { placeOf, type Place } from '../corrections/place';
import { correct, removeCorrections } from '../corrections/requests';
import { pickFromGraph, type GraphItem } from '../graphPicker';
import type { Services } from '../services';
import { guarded } from './failure';

/** Where a choice is kept: in the text as `[Tom Hanks](Q2263)`, or in the sidecar. */
type Keep = 'text' | 'sidecar';

/**
 * Lists the candidates of the mention under the cursor, at the offset that a hover names, or of words that a quick fix names, and searches the whole graph as one
 * types. The chosen one is pinned in the text of a `.questions` file, or, there by a button and elsewhere always, kept in the sidecar: a data set is never rewritten.
 */
export function chooseEntity(services: Services): (uri?: unknown, index?: unknown, offset?: unknown, span?: unknown) => Promise<void> {
  return (uri, index, offset, span) => guarded(async () => {
    const place = await placeOf(services, uri, index, offset, span);
    if (place === undefined) {
      void window.showInformationMessage(l10n.t('There is no entity at the cursor. Put the cursor on an underlined name.'));
      return;
    }
    await choose(services, place);
  });
}

async function choose(services: Services, place: Place): Promise<void> {
  const { server, annotations, panel, output } = services;
  const { document, question, span, mention, corrections } = place;
  const target = { uri: document.uri.toString(), index: question.index };
  const { version, explanation } = await server.answerQuestion({ ...target, quiet: true });
  const words = question.text.slice(span.start, span.end);
  const pinnable = annotations.of(document)?.pinnable ?? false;
  const sidecar = document.uri.scheme === 'file';
  const own: GraphItem[] = [];
  if (mention?.pinned === true) own.push({ id: '', name: '', choice: 'unpin', label: l10n.t('Remove the pin'), description: mention.id, detail: l10n.t('The entity is found from the words again.') });
  else if (corrections.length > 0) own.push({ id: '', name: '', choice: 'uncorrect', label: l10n.t('Remove the correction'), detail: l10n.t('The entity is found from the words again.') });
  if (sidecar && mention !== undefined && !mention.pinned) own.push({ id: '', name: '', choice: 'none', label: l10n.t('No entity'), detail: l10n.t('These words name nothing that the graph knows, or nothing at all.') });
  const found = mentionOver(explanation.mentions, span);
  const candidates = found === undefined ? [] : candidateItems(found).map(({ candidate, ...item }): GraphItem => ({ ...item, id: candidate.id, name: candidate.label }));
  // A mention that is corrected is changed in the sidecar, one that is pinned in the text; words that are no mention yet become one in the sidecar.
  let keep: Keep = pinnable && mention !== undefined && corrections.length === 0 ? 'text' : 'sidecar';
  const title = (): string => (keep === 'text' ? l10n.t('Who or what is “{0}”? Pinned in the text', words) : l10n.t('Who or what is “{0}”? Kept in the sidecar', words));
  const chosen = await pickFromGraph({
    title: title(), placeholder: l10n.t('Type a name or an id; the whole graph is searched'),
    first: own.length === 0 ? candidates : [...candidates, { id: '', name: '', label: '', kind: QuickPickItemKind.Separator }, ...own], alsoSearch: words, alsoTitle: l10n.t('More of the graph'),
    search: (query, limit) => searchGraph(server, { query, limit }), admits: ({ kind }) => kind === 'entity', onError: (error) => { output.warn(String(error)); },
    ...(pinnable && sidecar && mention?.pinned === false ? {
      button: {
        show: { iconPath: new ThemeIcon('arrow-swap'), tooltip: l10n.t('Keep the choice in the text or in the sidecar') },
        pressed: () => {
          keep = keep === 'text' ? 'sidecar' : 'text';
          return title();
        },
      },
    } : {}),
  });
  if (chosen === undefined) return;
  if (chosen.choice === 'none') return correct(server, { ...target, span, kind: 'none' });
  if (chosen.choice === 'uncorrect') return removeCorrections(server, { uri: target.uri, ids: corrections.map(({ id }) => id) });
  if (chosen.choice === undefined && keep === 'sidecar' && mention?.pinned !== true) {
    if (sidecar) return correct(server, { ...target, span, kind: 'entity', entity: chosen.id });
    // An untitled data set has no place for corrections: there is only something to see.
    return panel.showCard(target, chosen.id);
  }
  if (mention === undefined) return;
  if (document.version !== version) throw new Error(l10n.t('The text changed in the meantime. Choose again.'));
  await pin(document, mention, chosen.choice === 'unpin' ? undefined : chosen.id);
}

/** Writes a pin into the text, another in its place, or takes it away. */
async function pin(document: TextDocument, { range, pinned }: DocumentMention, id: string | undefined): Promise<void> {
  const words = document.getText(rangeOf(document, range.start, range.end));
  const end = pinned ? document.getText().indexOf(')', range.end) + 1 : range.end;
  const edit = new WorkspaceEdit();
  edit.replace(document.uri, rangeOf(document, pinned ? range.start - 1 : range.start, end), id === undefined ? words : `[${words}](${id})`);
  await workspace.applyEdit(edit);
}

const rangeOf = (document: TextDocument, start: number, end: number): Range => new Range(document.positionAt(start), document.positionAt(end));
