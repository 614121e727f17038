import { l10n, MarkdownString, type CancellationToken, type Hover, type Position, type TextDocument } from 'vscode';
import { HoverRequest, type LanguageClient } from 'vscode-languageclient/node';
import type { HoverAction } from '../../../server/src/protocol';
import { actionLinks, HOVER_COMMANDS, readActions } from '../hoverLinks';

const TITLES: Readonly<Record<HoverAction['action'], () => string>> = {
  answer: () => l10n.t('Answer question'), panel: () => l10n.t('Show in panel'), choose: () => l10n.t('Choose another'), whyNot: () => l10n.t('Why not …?'), remove: () => l10n.t('Remove the correction'),
};

/** The server's hover with its actions as links: the text that holds the data set's words is never trusted, only the line of links is. */
export async function provideHover(client: LanguageClient, document: TextDocument, position: Position, token: CancellationToken): Promise<Hover | null | undefined> {
  const answer = await client.sendRequest(HoverRequest.type, client.code2ProtocolConverter.asTextDocumentPositionParams(document, position), token);
  const hover = client.protocol2CodeConverter.asHover(answer);
  const actions = readActions(answer);
  if (hover === undefined || actions.length === 0) return hover;
  const links = new MarkdownString(actionLinks(actions, (action) => TITLES[action]()));
  links.isTrusted = { enabledCommands: [...HOVER_COMMANDS] };
  hover.contents.push(links);
  return hover;
}
