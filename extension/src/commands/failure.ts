import { commands, l10n, window } from 'vscode';

/** Whether an error says only that the request was withdrawn (LSP RequestCancelled −32800, ContentModified −32801, ServerCancelled −32802). */
export function isCancelled(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'number' && error.code <= -32800 && error.code >= -32802;
}

/** The message of whatever was thrown. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** Runs a command's work; an error becomes a message with a way to the log. */
export async function guarded(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (isCancelled(error)) return;
    const showOutput = l10n.t('Show output');
    const chosen = await window.showErrorMessage(`HopLens: ${messageOf(error)}`, showOutput);
    if (chosen === showOutput) await commands.executeCommand('hoplens.showOutput');
  }
}
