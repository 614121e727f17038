import { env, l10n, window, type QuickPickItem } from 'vscode';
import { guarded } from '../commands/failure';
import type { Services } from '../services';
import { readSettings } from '../settings';
import { mcpConfiguration, type McpClient } from './mcpConfiguration';

/** Puts a configuration on the clipboard with which another program (an agent, a chat) starts HopLens' tools: no repository is needed, and no Node beside VS Code's own. */
export function copyMcpConfiguration({ context }: Services): () => Promise<void> {
  return () => guarded(async () => {
    const items: readonly (QuickPickItem & { readonly client: McpClient })[] = [
      { client: 'common', label: l10n.t('For most programs'), detail: l10n.t('As "mcpServers": Claude, Cursor, Windsurf and others') },
      { client: 'vscode', label: l10n.t('For VS Code'), detail: l10n.t('As "servers" of .vscode/mcp.json; chats in this window have the tools already') },
    ];
    const chosen = await window.showQuickPick(items, { title: l10n.t('Who shall use the tools of HopLens?') });
    if (chosen === undefined) return;
    const start = { executable: process.execPath, electron: process.versions['electron'] !== undefined, cli: context.asAbsolutePath('dist/cli.cjs'), settings: readSettings() };
    await env.clipboard.writeText(mcpConfiguration(start, chosen.client));
    // The folder of an extension carries its version.
    void window.showInformationMessage(l10n.t('The configuration is on the clipboard. Copy it again after HopLens was updated: the path changes with the version.'));
  });
}
