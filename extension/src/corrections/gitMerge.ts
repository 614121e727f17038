import { l10n, Uri, window, workspace, type ExtensionContext, type Disposable, type WorkspaceFolder } from 'vscode';

const PATTERN = '*.hoplens.json';
const LINE = `${PATTERN} merge=union`;
const ASKED = 'hoplens.askedGitAttributes';

/**
 * Offers, once in a workspace, to tell git that of two people's corrections both sides' lines are kept: git's built-in "union" merge, one line in .gitattributes.
 * Without it git keeps both wherever another correction stands between them.
 */
export function offerGitMerge(context: ExtensionContext): Disposable {
  const watcher = workspace.createFileSystemWatcher('**/*.hoplens.json', false, true, true);
  watcher.onDidCreate((sidecar) => {
    const folder = workspace.getWorkspaceFolder(sidecar);
    if (folder !== undefined && context.workspaceState.get(ASKED) !== true) void offer(context, folder);
  });
  return watcher;
}

async function offer(context: ExtensionContext, folder: WorkspaceFolder): Promise<void> {
  const attributes = Uri.joinPath(folder.uri, '.gitattributes');
  if (!(await isThere(Uri.joinPath(folder.uri, '.git'))) || (await textOf(attributes)).includes(PATTERN)) return;
  await context.workspaceState.update(ASKED, true);
  const add = l10n.t('Add to .gitattributes');
  const chosen = await window.showInformationMessage(l10n.t('HopLens keeps corrections beside their question file, one a line. Shall git keep both sides’ lines when two people add corrections?'), add, l10n.t('Not now'));
  if (chosen !== add) return;
  const before = await textOf(attributes);
  await workspace.fs.writeFile(attributes, new TextEncoder().encode(`${before}${before === '' || before.endsWith('\n') ? '' : '\n'}${LINE}\n`));
  await window.showTextDocument(await workspace.openTextDocument(attributes), { preview: true });
}

/** Folder or file: in a linked work tree `.git` is a file. */
async function isThere(uri: Uri): Promise<boolean> {
  try {
    await workspace.fs.stat(uri);
    return true;
  } catch {
    return false;
  }
}

async function textOf(uri: Uri): Promise<string> {
  try {
    return new TextDecoder().decode(await workspace.fs.readFile(uri));
  } catch {
    return '';
  }
}
