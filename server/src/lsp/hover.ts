import { MarkupKind, type Hover } from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { entityCard } from '../answering/entityCard';
import { documentCorrections } from '../documents/corrections/correctionText';
import type { DocumentCorrection, HoverAction, Span } from '../protocol';
import { idAt } from './bareId';
import { entityMarkdown } from './entityHover';
import type { Feature } from './feature';
import { correctionMarkdown, mentionMarkdown } from './mentionHover';
import { mentionAt, questionAt, rangeOf } from './positions';

/** A hover with what can be done beside it, as data: the client makes the links (protocol.ts). */
export type HoverWithActions = Hover & { readonly actions?: readonly HoverAction[] };

/** Hover over a span: who it is, how sure and of what that is made, and the runners-up with the same parts. Over a bare id of the graph: its name and some facts. */
export const hover: Feature = {
  capabilities: { hoverProvider: true },
  register({ connection, documents, text, graph }) {
    connection.onHover(({ textDocument: { uri }, position }): HoverWithActions | null => {
      const source = text(uri);
      const loaded = graph();
      if (source === undefined || loaded === undefined) return null;
      const bare = idAt(source, position);
      const card = bare === undefined ? null : entityCard(loaded.graph, loaded.groups, bare.id);
      if (bare !== undefined && card !== null) return { contents: { kind: MarkupKind.Markdown, value: entityMarkdown(card) }, range: rangeOf(source, bare) };
      const document = documents.get(uri);
      const found = document === undefined ? undefined : mentionAt(document, source, position);
      const question = document === undefined ? undefined : questionAt(document, source, position);
      const said = question === undefined ? [] : documentCorrections(question.entry).filter(({ range }) => touches(range, found?.shown.range ?? at(source.offsetAt(position))));
      if (found === undefined) return question === undefined ? null : correctionHover(uri, source, question.index, said);
      const page = loaded.graph.provenance.pageUrl.replace('{id}', encodeURIComponent(found.shown.best.id));
      const here = { uri, index: found.index, offset: found.shown.range.start };
      return {
        contents: { kind: MarkupKind.Markdown, value: mentionMarkdown(found.shown, page, said.map(({ text: one }) => one)) },
        range: rangeOf(source, found.shown.range),
        actions: [{ action: 'answer', ...here }, { action: 'panel', ...here }, { action: 'choose', ...here }, { action: 'whyNot', ...here }, ...(said.length === 0 ? [] : [{ action: 'remove' as const, ...here }])],
      };
    });
  },
};

const at = (offset: number): Span => ({ start: offset, end: offset + 1 });
const touches = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;

/** Over words that are no mention any more: what a correction says of them. */
function correctionHover(uri: string, source: TextDocument, index: number, said: readonly DocumentCorrection[]): HoverWithActions | null {
  const [first] = said;
  if (first === undefined) return null;
  const here = { uri, index, offset: first.range.start };
  return {
    contents: { kind: MarkupKind.Markdown, value: said.map(({ text }) => correctionMarkdown(text)).join('\n\n') },
    range: rangeOf(source, first.range),
    actions: [{ action: 'choose', ...here }, { action: 'remove', ...here }],
  };
}
