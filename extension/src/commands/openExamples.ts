import { Uri, window, workspace } from 'vscode';
import type { Services } from '../services';
import { guarded } from './failure';

/** Opens the example questions as a file of its own, so that what is tried there changes nothing that is installed. */
export function openExamples({ context }: Services): () => Promise<void> {
  return () => guarded(async () => {
    const bytes = await workspace.fs.readFile(Uri.joinPath(context.extensionUri, 'examples', 'examples.questions'));
    const document = await workspace.openTextDocument({ language: 'hoplens-questions', content: new TextDecoder().decode(bytes) });
    await window.showTextDocument(document);
  });
}
