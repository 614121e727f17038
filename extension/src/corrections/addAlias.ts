import { l10n, window } from 'vscode';
import { searchGraph } from '../causes/requests';
import { guarded } from '../commands/failure';
import { pickFromGraph } from '../graphPicker';
import type { Services } from '../services';
import { placeOf } from './place';
import { correct } from './requests';

/** Makes the words of a mention a further name of an entity, in every question of the file. */
export function addAlias(services: Services): (uri?: unknown, index?: unknown, span?: unknown) => Promise<void> {
  return (uri, index, span) => guarded(async () => {
    const place = await placeOf(services, uri, index, undefined, span);
    if (place === undefined) {
      void window.showInformationMessage(l10n.t('There is no entity at the cursor. Put the cursor on an underlined name.'));
      return;
    }
    const { document, question } = place;
    const words = question.text.slice(place.span.start, place.span.end);
    const chosen = await pickFromGraph({
      title: l10n.t('“{0}” is a further name of …', words), placeholder: l10n.t('Type a name or an id; the whole graph is searched'), first: [],
      search: (query, limit) => searchGraph(services.server, { query, limit }), admits: ({ kind }) => kind === 'entity', onError: (error) => { services.output.warn(String(error)); },
    });
    if (chosen !== undefined) await correct(services.server, { uri: document.uri.toString(), index: question.index, span: place.span, kind: 'alias', entity: chosen.id });
  });
}
