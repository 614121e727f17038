import { l10n, Uri, window, workspace } from 'vscode';
import type { FromPanel } from '../../../server/src/protocol';
import { fileName } from './fileName';

/** Saves the drawing of the panel where the user says. */
export async function savePicture({ name, format, data }: Extract<FromPanel, { readonly type: 'savePicture' }>): Promise<void> {
  const folder = workspace.workspaceFolders?.[0]?.uri;
  const suggested = fileName(name, format);
  const filters = format === 'svg' ? { SVG: ['svg'] } : { PNG: ['png'] };
  const target = await window.showSaveDialog({ title: l10n.t('Save the picture'), filters, defaultUri: folder === undefined ? Uri.file(suggested) : Uri.joinPath(folder, suggested) });
  if (target === undefined) return;
  await workspace.fs.writeFile(target, format === 'svg' ? new TextEncoder().encode(data) : Buffer.from(data, 'base64'));
  window.setStatusBarMessage(l10n.t('HopLens: saved {0}', workspace.asRelativePath(target)), 5000);
}
