import { Range, Uri, workspace, type TestController, type TestItem } from 'vscode';
import type { FileQuestion } from '../../../server/src/protocol';
import { fileQuestions } from '../evaluation/requests';
import type { Server } from '../server';

/** What a test item stands for: a file, a part of a large file, or a question. */
export type TestNode =
  | { readonly kind: 'file'; readonly uri: string }
  | { readonly kind: 'part'; readonly uri: string; readonly from: number }
  | { readonly kind: 'question'; readonly uri: string; readonly index: number };

/** Questions of a part, and of one request: a message and the items made of it keep the editor busy for a few milliseconds. */
export const PART = 500;

/** The test items of question files; children are made when they are looked at or run. */
export class TestItems {
  readonly #nodes = new WeakMap<TestItem, TestNode>();
  readonly #questions = new Map<string, Map<number, TestItem>>();

  constructor(private readonly controller: TestController, private readonly server: Server) {}

  node(item: TestItem): TestNode | undefined {
    return this.#nodes.get(item);
  }

  question(uri: string, index: number): TestItem | undefined {
    return this.#questions.get(uri)?.get(index);
  }

  /** The item of a file; made where it is not there. */
  file(uri: Uri): TestItem {
    const known = this.controller.items.get(uri.toString());
    if (known !== undefined) return known;
    const item = this.controller.createTestItem(uri.toString(), workspace.asRelativePath(uri), uri);
    item.canResolveChildren = true;
    this.#nodes.set(item, { kind: 'file', uri: uri.toString() });
    this.controller.items.add(item);
    return item;
  }

  /** A file is gone, or holds other questions now. */
  forget(uri: Uri): void {
    this.controller.items.delete(uri.toString());
    this.#questions.delete(uri.toString());
  }

  /** Makes the children of a file or a part. @param deep also those of the parts: before a run */
  async resolve(item: TestItem, deep: boolean): Promise<void> {
    const node = this.#nodes.get(item);
    if (node === undefined || node.kind === 'question') return;
    if (node.kind === 'part') {
      if (item.children.size === 0) await this.#add(item, node.uri, node.from);
      return;
    }
    item.busy = true;
    try {
      await this.#resolveFile(item, node.uri, deep);
      item.error = undefined;
    } catch (error) {
      item.error = error instanceof Error ? error.message : String(error);
    } finally {
      item.busy = false;
    }
  }

  async #resolveFile(item: TestItem, uri: string, deep: boolean): Promise<void> {
    if (item.children.size === 0) {
      const { count } = await fileQuestions(this.server, { uri, offset: 0, limit: 0 });
      if (count <= PART) {
        await this.#add(item, uri, 0);
        return;
      }
      for (let from = 0; from < count; from += PART) item.children.add(this.#part(uri, from, Math.min(count, from + PART)));
    }
    if (!deep) return;
    const parts: TestItem[] = [];
    item.children.forEach((child) => { parts.push(child); });
    for (const part of parts) await this.resolve(part, true);
  }

  #part(uri: string, from: number, to: number): TestItem {
    const part = this.controller.createTestItem(`${uri}#from${String(from)}`, `${String(from + 1)}–${String(to)}`, Uri.parse(uri));
    part.canResolveChildren = true;
    part.sortText = String(from).padStart(8, '0');
    this.#nodes.set(part, { kind: 'part', uri, from });
    return part;
  }

  async #add(parent: TestItem, uri: string, from: number): Promise<void> {
    const { questions } = await fileQuestions(this.server, { uri, offset: from, limit: PART });
    const address = Uri.parse(uri);
    // A question without gold answers can be neither right nor wrong: it is no test.
    parent.children.replace(questions.filter(({ judged }) => judged).map((question) => this.#item(uri, address, question)));
  }

  #item(uri: string, address: Uri, { index, text, line }: FileQuestion): TestItem {
    const item = this.controller.createTestItem(`${uri}#${String(index)}`, text, address);
    item.range = new Range(line, 0, line, 0);
    item.sortText = String(index).padStart(8, '0');
    this.#nodes.set(item, { kind: 'question', uri, index });
    const known = this.#questions.get(uri) ?? new Map<number, TestItem>();
    known.set(index, item);
    this.#questions.set(uri, known);
    return item;
  }
}
