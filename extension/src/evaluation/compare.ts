import { l10n, window, type QuickPickItem } from 'vscode';
import type { Server } from '../server';
import { evaluationState } from './requests';

interface Earlier extends QuickPickItem {
  readonly compare: 'previous' | 'file';
}

/** Asks which run to compare with: the one before the last, or one that was saved. @returns what {@link EvaluationPageParams.compare} takes; undefined: none was chosen */
export async function chooseEarlier(server: Server, uri: string): Promise<string | undefined> {
  const { previous } = await evaluationState(server, uri);
  const file: Earlier = { compare: 'file', label: l10n.t('Choose a run that was saved as JSON…') };
  const before: Earlier[] = previous === null ? [] : [{ compare: 'previous', label: l10n.t('The run before this one'), description: new Date(previous).toLocaleTimeString() }];
  const chosen = before.length === 0 ? file : await window.showQuickPick([...before, file], { title: l10n.t('Compare with an earlier run') });
  if (chosen?.compare !== 'file') return chosen?.compare;
  const [path] = await window.showOpenDialog({ canSelectMany: false, filters: { JSON: ['json'] }, title: l10n.t('Compare with an earlier run') }) ?? [];
  return path?.fsPath;
}
