import { commands, window, workspace, type Uri, type ViewColumn } from 'vscode';

/**
 * Shows a Markdown document rendered; as text where VS Code's Markdown preview was switched off. Its command is tried, not looked for: it is known only once it
 * was used.
 */
export async function showRendered(uri: Uri, command: 'markdown.showPreview' | 'markdown.showPreviewToSide', viewColumn: ViewColumn): Promise<void> {
  try {
    await commands.executeCommand(command, uri);
  } catch {
    await window.showTextDocument(await workspace.openTextDocument(uri), { viewColumn, preview: true, preserveFocus: true });
  }
}
