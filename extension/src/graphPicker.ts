import { QuickPickItemKind, window, type QuickInputButton, type QuickPickItem } from 'vscode';
import type { SearchGraphResult, SearchHit } from '../../server/src/protocol';

const FOUND_AT_MOST = 40;
const PAUSE_MS = 80;

/** A row of the picker: of the graph, with its id, or one of the caller's own. */
export interface GraphItem extends QuickPickItem {
  /** Empty for a row that is no entity or relation. */
  readonly id: string;
  readonly name: string;
  /** What the caller's own row means. */
  readonly choice?: string;
}

/** What a picker is made of. */
export interface GraphPickerOptions {
  readonly title: string;
  readonly placeholder: string;
  /** What is listed before anything is typed. */
  readonly first: readonly GraphItem[];
  /** Searched at once, and listed below the first. */
  readonly alsoSearch?: string;
  /** Title of that part of the list. */
  readonly alsoTitle?: string;
  readonly search: (query: string, limit: number) => Promise<SearchGraphResult>;
  /** Which hits may be chosen. */
  readonly admits?: (hit: SearchHit) => boolean;
  readonly onError: (error: unknown) => void;
  /** A button in the title, and what it does: it may change the title. */
  readonly button?: { readonly show: QuickInputButton; readonly pressed: () => string };
}

/** A picker that begins with what is likely and searches the whole graph as one types. @returns what was chosen; undefined where nothing was */
export function pickFromGraph({ title, placeholder, first, alsoSearch = '', alsoTitle = '', search, admits = () => true, onError, button }: GraphPickerOptions): Promise<GraphItem | undefined> {
  const picker = window.createQuickPick<GraphItem>();
  let start = first;
  let timer: NodeJS.Timeout | undefined;
  let turn = 0;
  const look = async (query: string, use: (items: readonly GraphItem[]) => void): Promise<void> => {
    try {
      const { hits } = await search(query, FOUND_AT_MOST);
      use(hits.filter(admits).map(hitItem));
    } catch (error) {
      onError(error);
    }
  };
  Object.assign(picker, { title, placeholder, items: first, matchOnDescription: true, matchOnDetail: true, buttons: button === undefined ? [] : [button.show] });
  if (alsoSearch !== '') {
    void look(alsoSearch, (items) => {
      const more = items.filter(({ id }) => !first.some((item) => item.id === id));
      if (more.length > 0) start = [...first, { id: '', name: '', label: alsoTitle, kind: QuickPickItemKind.Separator }, ...more];
      if (picker.value === '') picker.items = start;
    });
  }
  return new Promise((resolve) => {
    picker.onDidTriggerButton(() => { if (button !== undefined) picker.title = button.pressed(); });
    picker.onDidChangeValue((value) => {
      clearTimeout(timer);
      const mine = ++turn;
      const query = value.trim();
      picker.busy = query !== '';
      if (query === '') picker.items = start;
      else {
        timer = setTimeout(() => void look(query, (items) => {
          if (mine === turn) Object.assign(picker, { items: [...first, ...items.filter(({ id }) => !first.some((item) => item.id === id))] });
        }).finally(() => { if (mine === turn) picker.busy = false; }), PAUSE_MS);
      }
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

/** A hit of the search as a row. The server has searched, aliases too: VS Code must not filter by the label again. */
function hitItem({ id, label, description, types, kind }: SearchHit): GraphItem {
  return { id, name: label, label: `${kind === 'relation' ? '$(arrow-right) ' : ''}${label}`, description: id, detail: [types.join(', '), description].filter((part) => part !== '').join(' · '), alwaysShow: true };
}
