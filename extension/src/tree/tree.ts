import { EventEmitter, languages, Uri, workspace, type Disposable, type TreeDataProvider, type TreeItem } from 'vscode';
import { CAUSES } from '../../../server/src/protocol';
import type { Evaluations } from '../evaluation/evaluations';
import { evaluationRows } from '../evaluation/requests';
import type { Server } from '../server';
import { byCause, type Found, type TreeNode } from './nodes';
import { itemOf } from './treeItem';

/** Questions of a group that are listed at once. */
const PART = 200;
/** Diagnoses come one by one: the tree is drawn again so often at most (milliseconds). */
const PAUSE = 500;

/** Files → causes → questions: of the files that were evaluated, and of the open ones what their diagnosis has found so far. */
export class EvaluationTree implements TreeDataProvider<TreeNode>, Disposable {
  readonly #changed = new EventEmitter<TreeNode | undefined>();
  readonly onDidChangeTreeData = this.#changed.event;
  readonly #subscriptions: Disposable[];
  readonly #shown = new Map<string, number>();
  /** Open files whose diagnosis is listed. */
  readonly #known = new Set<string>();
  #waiting: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly server: Server, private readonly evaluations: Evaluations) {
    this.#subscriptions = [
      evaluations.onChanged(() => { this.#shown.clear(); this.#draw(); }),
      languages.onDidChangeDiagnostics(({ uris }) => {
        if (uris.some((uri) => this.evaluations.of(uri.toString()) === undefined && (this.#known.delete(uri.toString()) || missesOf(uri).length > 0))) this.#draw();
      }),
    ];
  }

  getTreeItem(node: TreeNode): TreeItem {
    return itemOf(node, node.kind === 'file' ? this.evaluations.of(node.uri) : undefined);
  }

  async getChildren(node?: TreeNode): Promise<TreeNode[]> {
    if (node === undefined) return this.#files();
    switch (node.kind) {
      case 'file': {
        const result = this.evaluations.of(node.uri);
        return result === undefined ? byCause(node.uri, missesOf(Uri.parse(node.uri))) : result.groups.map(({ group, n }) => ({ kind: 'group', uri: node.uri, group, n }));
      }
      case 'group': {
        const limit = this.#shown.get(`${node.uri} ${node.group}`) ?? PART;
        const { rows, count } = await evaluationRows(this.server, { uri: node.uri, group: node.group, offset: 0, limit });
        return [
          ...rows.map((outcome): TreeNode => ({ kind: 'question', uri: node.uri, outcome })),
          ...(count > rows.length ? [{ kind: 'more' as const, uri: node.uri, group: node.group, left: count - rows.length }] : []),
        ];
      }
      case 'found': return node.items.map((found) => ({ kind: 'diagnostic', uri: node.uri, found }));
      default: return [];
    }
  }

  /** Lists more questions of a group. */
  more(uri: string, group: string): void {
    const key = `${uri} ${group}`;
    this.#shown.set(key, (this.#shown.get(key) ?? PART) + PART);
    this.#changed.fire(undefined);
  }

  dispose(): void {
    clearTimeout(this.#waiting);
    for (const one of this.#subscriptions) one.dispose();
    this.#changed.dispose();
  }

  #files(): TreeNode[] {
    const open = workspace.textDocuments.map(({ uri }) => uri).filter((uri) => this.evaluations.of(uri.toString()) === undefined && missesOf(uri).length > 0).map((uri) => uri.toString());
    for (const uri of open) this.#known.add(uri);
    return [...new Set([...this.evaluations.uris, ...open])].map((uri) => ({ kind: 'file', uri }));
  }

  #draw(): void {
    this.#waiting ??= setTimeout(() => {
      this.#waiting = undefined;
      this.#changed.fire(undefined);
    }, PAUSE);
  }
}

function missesOf(uri: Uri): Found[] {
  return languages.getDiagnostics(uri).flatMap(({ source, code, message, range }) => {
    const value = typeof code === 'object' ? code.value : code;
    const cause = CAUSES.find((one) => one === value);
    return source !== 'HopLens' || cause === undefined ? [] : [{ cause, message, line: range.start.line, character: range.start.character }];
  });
}
