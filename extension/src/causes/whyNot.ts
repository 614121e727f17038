import { l10n, window, type QuickPickItem } from 'vscode';
import type { Explanation, SearchHit } from '../../../server/src/protocol';
import { guarded } from '../commands/failure';
import { targetOf } from '../commands/target';
import type { Services } from '../services';
import { searchGraph } from './requests';
import { openBeside } from './stageDocuments';
import { suggestions, type Suggestion } from './suggestions';

const FOUND_AT_MOST = 40;
const PAUSE_MS = 80;

interface Item extends QuickPickItem {
  readonly id: string;
  readonly name: string;
}

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
function choose({ server, output }: Services, explanation: Explanation): Promise<Item | undefined> {
  const picker = window.createQuickPick<Item>();
  const first = suggestions(explanation).map(suggested);
  let timer: NodeJS.Timeout | undefined;
  let turn = 0;
  const search = async (query: string, mine: number): Promise<void> => {
    try {
      const { hits } = await searchGraph(server, { query, limit: FOUND_AT_MOST });
      if (mine === turn) picker.items = hits.map(found);
    } catch (error) {
      output.warn(String(error));
    } finally {
      if (mine === turn) picker.busy = false;
    }
  };
  picker.title = l10n.t('Why not …? An entity or a relation of the graph');
  picker.placeholder = l10n.t('Type a name or an id; the whole graph is searched');
  picker.items = first;
  return new Promise((resolve) => {
    picker.onDidChangeValue((value) => {
      clearTimeout(timer);
      const mine = ++turn;
      picker.busy = value.trim() !== '';
      if (value.trim() === '') picker.items = first;
      else timer = setTimeout(() => { void search(value.trim(), mine); }, PAUSE_MS);
    });
    picker.onDidAccept(() => {
      resolve(picker.selectedItems[0]);
      picker.hide();
    });
    picker.onDidHide(() => {
      clearTimeout(timer);
      turn++;
      resolve(undefined);
      picker.dispose();
    });
    picker.show();
  });
}

// The server has searched, aliases too: VS Code must not filter by the label again.
const found = ({ id, label, description, types, kind }: SearchHit): Item => ({ id, name: label, label: `${kind === 'relation' ? '$(arrow-right) ' : ''}${label}`, description: id, detail: [types.join(', '), description].filter((part) => part !== '').join(' · '), alwaysShow: true });
const suggested = ({ id, label, detail, relation }: Suggestion): Item => ({ id, name: label, label: `${relation ? '$(arrow-right) ' : ''}${label}`, description: id, detail });
