import { basename, dirname } from 'node:path';
import { l10n, Uri, window } from 'vscode';
import type { ExportKind } from '../../../server/src/protocol';
import type { Server } from '../server';
import { exportEvaluation } from './requests';

const ENDINGS: Readonly<Record<ExportKind, readonly [string, string]>> = {
  html: ['report.html', 'html'], csv: ['report.csv', 'csv'], json: ['report.json', 'json'], jsonl: ['annotations.jsonl', 'jsonl'], 'annotations.csv': ['annotations.csv', 'csv'], ttl: ['annotations.ttl', 'ttl'],
};

/** Asks where, and has the server write the last run of a file there. */
export async function exportRun(server: Server, uri: string, kind: ExportKind, compare: string | undefined): Promise<void> {
  const [suffix, ending] = ENDINGS[kind];
  const source = Uri.parse(uri, true);
  const name = `${basename(source.path)}.${suffix}`;
  const target = await window.showSaveDialog({ defaultUri: source.scheme === 'file' ? Uri.joinPath(Uri.file(dirname(source.fsPath)), name) : Uri.file(name), filters: { [ending.toUpperCase()]: [ending] } });
  if (target === undefined) return;
  await exportEvaluation(server, { uri, kind, path: target.fsPath, ...(compare === undefined ? {} : { compare }) });
  window.setStatusBarMessage(l10n.t('HopLens: wrote {0}', basename(target.path)), 5000);
}
