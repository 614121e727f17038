import { l10n, window } from 'vscode';
import { guarded } from '../commands/failure';
import type { Services } from '../services';
import { placeOf } from './place';
import { removeCorrections } from './requests';

/** Takes away what corrections say of the words at the cursor, or at the offset that a hover names. */
export function removeCorrection(services: Services): (uri?: unknown, index?: unknown, offset?: unknown) => Promise<void> {
  return (uri, index, offset) => guarded(async () => {
    const place = await placeOf(services, uri, index, offset, undefined);
    if (place === undefined || place.corrections.length === 0) {
      void window.showInformationMessage(l10n.t('Nothing is corrected at the cursor.'));
      return;
    }
    await removeCorrections(services.server, { uri: place.document.uri.toString(), ids: place.corrections.map(({ id }) => id) });
  });
}
