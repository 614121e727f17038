import { commands, Uri, window } from 'vscode';
import { guarded } from '../commands/failure';
import type { Services } from '../services';
import { isCause } from './causeLinks';

/** Opens the documentation of the causes at one of them: rendered where VS Code's Markdown preview is there. */
export function openCause({ context }: Services): (cause?: unknown) => Promise<void> {
  return (cause) => guarded(async () => {
    const page = Uri.joinPath(context.extensionUri, 'docs', 'causes.md').with(isCause(cause) ? { fragment: cause } : {});
    const all = await commands.getCommands(true);
    if (all.includes('markdown.showPreview')) await commands.executeCommand('markdown.showPreview', page);
    else await window.showTextDocument(page);
  });
}
