import { l10n } from 'vscode';
import { guarded } from '../commands/failure';
import { targetOf, type Target } from '../commands/target';
import { placeOf } from '../corrections/place';
import { pickFromGraph, type GraphItem } from '../graphPicker';
import type { Services } from '../services';
import { searchGraph } from './requests';
import { openBeside } from './stageDocuments';
import { suggestions, type Suggestion } from './suggestions';

/**
 * Asks why an entity or relation of the whole graph did not come in, at the question at the cursor or the one that a hover names; the reasons open beside the editor.
 * What lost at the mention that the hover stands over is listed first. A quick fix names what is asked about (`id`, `name`) itself.
 */
export function whyNot(services: Services): (uri?: unknown, index?: unknown, offset?: unknown, id?: unknown, name?: unknown) => Promise<void> {
  return (uri, index, offset, id, name) => guarded(async () => {
    const target = await targetOf(services, uri, index);
    if (target === undefined) return;
    const asked = typeof id === 'string' ? { id, name: typeof name === 'string' ? name : id } : await choose(services, target, uri, offset);
    if (asked !== undefined) await openBeside({ ...target, id: asked.id }, l10n.t('Why not {0}?', asked.name));
  });
}

/** A picker that begins with what was in the running and searches the whole graph as one types. */
async function choose(services: Services, target: Target, uri: unknown, offset: unknown): Promise<GraphItem | undefined> {
  const { server, output } = services;
  const { explanation } = await server.answerQuestion({ ...target, quiet: true });
  const place = typeof offset === 'number' ? await placeOf(services, uri, target.index, offset, undefined) : undefined;
  return pickFromGraph({
    title: l10n.t('Why not …? An entity or a relation of the graph'), placeholder: l10n.t('Type a name or an id; the whole graph is searched'), first: suggestions(explanation, place?.span).map(suggested),
    search: (query, limit) => searchGraph(server, { query, limit }), onError: (error) => { output.warn(String(error)); },
  });
}

const suggested = ({ id, label, detail, relation }: Suggestion): GraphItem => ({ id, name: label, label: `${relation ? '$(arrow-right) ' : ''}${label}`, description: id, detail });
