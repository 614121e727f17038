import { CodeActionKind, type CodeAction, type Diagnostic, type Range } from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { sidecarOf } from '../documents/corrections/sidecarPath';
import type { OpenDocument } from '../documents/documents';
import { shownMentions } from '../documents/questionEntry';
import { formatNamed } from '../formats/parseQuestions';
import type { Feature } from './feature';
import { correctionActions, keepActions, selectionActions } from './correctionActions';
import { goldFixes, goldOf, type TitledEntities } from './goldFixes';
import { mentionActions, type Words } from './mentionActions';
import { pinActions } from './pinActions';
import { questionsIn, spanOf } from './positions';
import { whyNotActions } from './whyNotActions';

/** Where quick fixes are asked for. */
export interface ActionPlace {
  readonly document: OpenDocument;
  readonly source: TextDocument;
  readonly range: Range;
  /** Diagnostics that the editor shows there. */
  readonly diagnostics: readonly Diagnostic[];
  /** Undefined while it is loading. */
  readonly graph?: TitledEntities | undefined;
}

/** Quick fixes: put an entity right, in the text as `[Tom Hanks](Q2263)` where the file is ours to write, otherwise in the sidecar. */
export const codeActions: Feature = {
  capabilities: { codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix] } },
  register({ connection, documents, text, graph }) {
    connection.onCodeAction(({ textDocument: { uri }, range, context: { diagnostics } }): CodeAction[] => {
      const document = documents.get(uri);
      const source = text(uri);
      return document === undefined || source === undefined ? [] : codeActionsOf({ document, source, range, diagnostics, graph: graph()?.graph });
    });
  },
};

/** All quick fixes at a place, the likeliest first. */
export function codeActionsOf({ document, source, range, diagnostics, graph }: ActionPlace): CodeAction[] {
  const { uri } = document;
  const start = source.offsetAt(range.start);
  const end = source.offsetAt(range.end);
  const pinnable = formatNamed(document.format)?.pinnable === true;
  const kept = sidecarOf(uri) !== undefined;
  return questionsIn(document, spanOf(source, range)).flatMap(({ entry, index }) => {
    const place = { uri, source, entry, index };
    // A file of ours has the candidates as pins.
    const gold = kept && !pinnable ? goldFixes(place, { start, end }, diagnostics, graph) : [];
    const offered = new Set(gold.map(({ entity }) => entity));
    const shown = shownMentions(entry).filter((mention) => mention.range.start <= end && start <= mention.range.end);
    const inText = (words: Words): CodeAction[] => (pinnable ? pinActions(words, goldOf(place, diagnostics)) : []);
    return [
      ...gold.map(({ action }) => action),
      ...shown.flatMap((mention) => [...inText({ ...place, mention }), ...mentionActions({ ...place, mention }, { pinnable, kept, offered })]),
      ...(kept ? [...correctionActions(place, start, end), ...keepActions(place), ...(shown.length === 0 ? selectionActions(place, start, end) : [])] : []),
      ...whyNotActions(place, diagnostics),
    ];
  });
}
