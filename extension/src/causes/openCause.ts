import { Uri, ViewColumn } from 'vscode';
import { guarded } from '../commands/failure';
import type { Services } from '../services';
import { isCause } from './causeLinks';
import { showRendered } from './preview';

/** Opens the documentation of the causes at one of them. */
export function openCause({ context }: Services): (cause?: unknown) => Promise<void> {
  return (cause) => guarded(async () => {
    const page = Uri.joinPath(context.extensionUri, 'docs', 'causes.md').with(isCause(cause) ? { fragment: cause } : {});
    await showRendered(page, 'markdown.showPreview', ViewColumn.Active);
  });
}
