import { l10n } from 'vscode';
import type { Explanation } from '../../../server/src/protocol';
import { guarded } from '../commands/failure';
import { targetOf } from '../commands/target';
import { pickFromGraph, type GraphItem } from '../graphPicker';
import type { Services } from '../services';
import { searchGraph } from './requests';
import { openBeside } from './stageDocuments';
import { suggestions, type Suggestion } from './suggestions';

/** Asks why an entity or relation of the whole graph did not come in, at the question at the cursor; the reasons open beside the editor. */
export function whyNot(services: Services): (uri?: unknown, index?: unknown) => Promise<void> {
  return (uri, index) => guarded(async () => {
    const target = await targetOf(services, uri, index);
    if (target === undefined) return;
    const { explanation } = await services.server.answerQuestion({ ...target, quiet: true });
    const chosen = await choose(services, explanation);
    if (chosen !== undefined) await openBeside({ ...target, id: chosen.id }, l10n.t('Why not {0}?', chosen.name));
  });
}

/** A picker that begins with what was in the running and searches the whole graph as one types. */
function choose({ server, output }: Services, explanation: Explanation): Promise<GraphItem | undefined> {
  return pickFromGraph({
    title: l10n.t('Why not …? An entity or a relation of the graph'), placeholder: l10n.t('Type a name or an id; the whole graph is searched'), first: suggestions(explanation).map(suggested),
    search: (query, limit) => searchGraph(server, { query, limit }), onError: (error) => { output.warn(String(error)); },
  });
}

const suggested = ({ id, label, detail, relation }: Suggestion): GraphItem => ({ id, name: label, label: `${relation ? '$(arrow-right) ' : ''}${label}`, description: id, detail });
