import { MarkupKind, type Hover } from 'vscode-languageserver/node';
import { entityCard } from '../answering/entityCard';
import type { HoverAction } from '../protocol';
import { idAt } from './bareId';
import { entityMarkdown } from './entityHover';
import type { Feature } from './feature';
import { mentionMarkdown } from './mentionHover';
import { mentionAt, rangeOf } from './positions';

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
      if (found === undefined) return null;
      const page = loaded.graph.provenance.pageUrl.replace('{id}', encodeURIComponent(found.shown.best.id));
      const at = { uri, index: found.index, offset: found.shown.range.start };
      return {
        contents: { kind: MarkupKind.Markdown, value: mentionMarkdown(found.shown, page) },
        range: rangeOf(source, found.shown.range),
        actions: [{ action: 'answer', ...at }, { action: 'panel', ...at }, { action: 'choose', ...at }],
      };
    });
  },
};
