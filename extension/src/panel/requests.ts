import { env, l10n, Range, TextEditorRevealType, Uri, window, workspace } from 'vscode';
import type { FromPanel } from '../../../server/src/protocol';
import type { Annotations } from '../annotations';
import type { Server } from '../server';

/** Opens an entity's page in the browser. Only the id comes from the panel; the address comes from the graph, and only https is opened. */
export async function openPage(server: Server, id: string): Promise<void> {
  const url = (await server.entityInfo(id))?.url ?? '';
  if (!url.startsWith('https://')) throw new Error(l10n.t('The graph names no page for {0}.', id));
  await env.openExternal(Uri.parse(url, true));
}

/** Selects a span of a question in its editor. Only documents that are open, so known to the server, can be revealed. */
export async function reveal(annotations: Annotations, { uri, index, span }: Extract<FromPanel, { readonly type: 'reveal' }>): Promise<void> {
  const document = workspace.textDocuments.find((one) => one.uri.toString() === uri);
  const question = await annotations.question(uri, index);
  if (document === undefined || question === undefined) throw new Error(l10n.t('The file of this question is no longer open.'));
  const { range } = question.mentions.find((mention) => mention.span.start === span.start && mention.span.end === span.end) ?? question;
  const selection = new Range(document.positionAt(range.start), document.positionAt(range.end));
  const column = window.visibleTextEditors.find((editor) => editor.document === document)?.viewColumn;
  const editor = await window.showTextDocument(document, { selection, ...(column === undefined ? {} : { viewColumn: column }) });
  editor.revealRange(selection, TextEditorRevealType.InCenterIfOutsideViewport);
}
