import { Disposable, l10n, languages, LanguageStatusSeverity } from 'vscode';
import type { ServerStatus } from '../../../server/src/protocol';
import { LANGUAGES } from '../questionFiles';
import type { Server } from '../server';

/** The language status item: what is loaded, whether it loads or failed, and the way to the log. */
export function createStatusItem(server: Server): Disposable {
  const item = languages.createLanguageStatusItem('hoplens.status', LANGUAGES.map((language) => ({ language })));
  item.name = 'HopLens';
  const show = (status: ServerStatus): void => {
    item.busy = server.started && (status.state === 'loading' || status.state === 'busy');
    item.severity = status.state === 'failed' ? LanguageStatusSeverity.Error : LanguageStatusSeverity.Information;
    item.text = textOf(status, server.started);
    item.detail = status.state === 'failed' ? status.message : [status.graph, status.model].filter((part) => part !== '').join(' · ');
    item.command = status.state === 'failed' ? { command: 'hoplens.restartServer', title: l10n.t('Restart server') } : { command: 'hoplens.showOutput', title: l10n.t('Show output') };
  };
  show(server.status);
  const listening = server.onStatus(show);
  return Disposable.from(listening, item);
}

function textOf({ state, lastMillis, message }: ServerStatus, started: boolean): string {
  if (state === 'failed') return l10n.t('HopLens: not available');
  if (!started) return l10n.t('HopLens: starts with a question file');
  if (state === 'loading') return l10n.t('HopLens: loading graph and model');
  if (state === 'busy') return `HopLens: ${message}`;
  return lastMillis === null ? l10n.t('HopLens: ready') : l10n.t('HopLens: ready ({0} ms)', Math.round(lastMillis));
}
