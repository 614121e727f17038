import { l10n, Location, TestMessage, type CancellationToken, type TestController, type TestItem, type TestRun, type TestRunRequest } from 'vscode';
import type { EvaluationProgressParams, Outcome } from '../../../server/src/protocol';
import { messageOf } from '../commands/failure';
import type { Evaluations } from '../evaluation/evaluations';
import { evaluateFile } from '../evaluation/requests';
import type { Server } from '../server';
import { selectionOf, type Chosen } from './selection';
import type { TestItems } from './testItems';

/** Runs what the Test Explorer asks for: whole files as evaluations of their own, parts of them question by question. */
export class TestRunner {
  constructor(private readonly controller: TestController, private readonly items: TestItems, private readonly server: Server, private readonly evaluations: Evaluations) {}

  async run(request: TestRunRequest, token: CancellationToken): Promise<void> {
    const run = this.controller.createTestRun(request);
    try {
      for (const item of request.include ?? this.#files()) await this.items.resolve(item, true);
      const included = (request.include ?? this.#files()).map((item) => this.#chosen(item));
      const excluded = (request.exclude ?? []).map((item) => this.#chosen(item));
      for (const [uri, indices] of selectionOf(included, excluded, (file) => this.#indices(this.controller.items.get(file)))) {
        if (token.isCancellationRequested) break;
        await this.#runFile(run, uri, indices === null ? null : [...indices].sort((a, b) => a - b), token);
      }
    } finally {
      run.end();
    }
  }

  async #runFile(run: TestRun, uri: string, indices: readonly number[] | null, token: CancellationToken): Promise<void> {
    const wanted = indices ?? this.#indices(this.controller.items.get(uri));
    for (const index of wanted) this.#each(uri, index, (item) => { run.enqueued(item); });
    let right = 0;
    let judged = 0;
    const take = ({ rows, done, all }: EvaluationProgressParams): void => {
      judged += rows.filter(({ verdict }) => verdict !== 'unjudged').length;
      right += rows.filter(({ verdict }) => verdict === 'right').length;
      run.appendOutput(`${rows.map(lineOf).join('')}${done === all ? `${String(right)} of ${String(judged)} right\r\n` : ''}`);
      for (const row of rows) this.#each(uri, row.index, (item) => { report(run, item, row); });
    };
    try {
      if (indices === null) await this.evaluations.run(uri, { goldEntity: false }, token, take);
      else await evaluateFile(this.server, { uri, indices, goldEntity: false }, token, take);
    } catch (error) {
      if (token.isCancellationRequested) return;
      const file = this.controller.items.get(uri);
      if (file !== undefined) run.errored(file, new TestMessage(messageOf(error)));
    }
  }

  #files(): TestItem[] {
    const files: TestItem[] = [];
    this.controller.items.forEach((item) => { files.push(item); });
    return files;
  }

  #chosen(item: TestItem): Chosen {
    const node = this.items.node(item);
    if (node?.kind === 'question') return { uri: node.uri, indices: [node.index] };
    return { uri: node?.uri ?? '', indices: node?.kind === 'part' ? this.#indices(item) : null };
  }

  #indices(item: TestItem | undefined): number[] {
    const found: number[] = [];
    item?.children.forEach((child) => {
      const node = this.items.node(child);
      if (node?.kind === 'question') found.push(node.index);
      else found.push(...this.#indices(child));
    });
    return found;
  }

  #each(uri: string, index: number, use: (item: TestItem) => void): void {
    const item = this.items.question(uri, index);
    if (item !== undefined) use(item);
  }
}

/** A line of the run's output: terminals want both ends of a line. */
function lineOf({ text, verdict, group, actual }: Outcome): string {
  return `${verdict === 'right' ? '✓' : verdict === 'unjudged' ? '–' : '✗'} ${text} → ${actual}${group === verdict ? '' : ` (${group})`}\r\n`;
}

function report(run: TestRun, item: TestItem, { verdict, message, expected, actual, group, millis }: Outcome): void {
  if (verdict === 'right') run.passed(item, millis);
  else if (verdict === 'unjudged') run.skipped(item);
  else if (verdict === 'failed') run.errored(item, new TestMessage(message), millis);
  else {
    const why = message === '' ? (verdict === 'tied' ? l10n.t('The gold answer is one of several with the same score.') : l10n.t('The answer is wrong.')) : message;
    const failure = TestMessage.diff(group === verdict ? why : `${group}: ${why}`, expected, actual);
    if (item.uri !== undefined && item.range !== undefined) failure.location = new Location(item.uri, item.range);
    run.failed(item, failure, millis);
  }
}
