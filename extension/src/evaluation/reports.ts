import { randomBytes } from 'node:crypto';
import { basename } from 'node:path';
import { l10n, Uri, ViewColumn, window, type Disposable, type WebviewPanel } from 'vscode';
import { guarded } from '../commands/failure';
import type { FromReport, ToReport } from '../../../server/src/protocol';
import type { Server } from '../server';
import { chooseEarlier } from './compare';
import { exportRun } from './exportRun';
import { readReportMessage } from './reportMessages';
import { evaluationPage, evaluationRows } from './requests';
import { revealQuestion } from './reveal';

const VIEW = 'hoplens.report';
/** Rows that "Show more" adds at once. */
const MORE = 200;

interface Shown {
  readonly panel: WebviewPanel;
  /** The run that it is compared with. */
  compare: string | undefined;
}

/** The reports that are open: a webview for each file that was evaluated. The server makes the page; the editor's colours come with it. */
export class Reports implements Disposable {
  readonly #shown = new Map<string, Shown>();

  constructor(private readonly extensionUri: Uri, private readonly server: Server) {}

  /** The file of the report that has the focus. */
  get active(): string | undefined {
    return [...this.#shown].find(([, { panel }]) => panel.active)?.[0];
  }

  /** Shows the last run of a file. */
  async show(uri: string): Promise<void> {
    await this.#render(uri, this.#shown.get(uri) ?? this.#open(uri));
  }

  /** Asks for an earlier run and shows the last one beside it. */
  async compare(uri: string): Promise<void> {
    const compare = await chooseEarlier(this.server, uri);
    if (compare === undefined) return;
    const shown = this.#shown.get(uri) ?? this.#open(uri);
    shown.compare = compare;
    await this.#render(uri, shown);
  }

  dispose(): void {
    for (const { panel } of this.#shown.values()) panel.dispose();
  }

  #open(uri: string): Shown {
    const panel = window.createWebviewPanel(VIEW, l10n.t('Evaluation: {0}', basename(Uri.parse(uri).path)), { viewColumn: ViewColumn.Beside, preserveFocus: true }, {
      enableScripts: true, localResourceRoots: [Uri.joinPath(this.extensionUri, 'dist')], enableFindWidget: true, retainContextWhenHidden: true,
    });
    panel.iconPath = Uri.joinPath(this.extensionUri, 'media', 'icons', 'hoplens.png');
    const shown: Shown = { panel, compare: undefined };
    this.#shown.set(uri, shown);
    panel.onDidDispose(() => this.#shown.delete(uri));
    panel.webview.onDidReceiveMessage((data: unknown) => {
      const message = readReportMessage(data);
      if (message !== undefined) void guarded(() => this.#receive(uri, shown, message));
    });
    return shown;
  }

  async #render(uri: string, { panel, compare }: Shown): Promise<void> {
    const { webview } = panel;
    const { html } = await evaluationPage(this.server, {
      uri, cspSource: webview.cspSource, nonce: randomBytes(16).toString('hex'), script: webview.asWebviewUri(Uri.joinPath(this.extensionUri, 'dist', 'report.js')).toString(),
      ...(compare === undefined ? {} : { compare }),
    });
    webview.html = html;
    panel.reveal(undefined, true);
  }

  async #receive(uri: string, shown: Shown, message: FromReport): Promise<void> {
    switch (message.type) {
      case 'reveal': await revealQuestion(this.server, uri, message.index, message.text); break;
      case 'export': await exportRun(this.server, uri, message.kind, shown.compare); break;
      case 'compare': await this.compare(uri); break;
      case 'more': {
        const { html, count } = await evaluationRows(this.server, { uri, group: message.group, offset: message.offset, limit: MORE });
        const rows: ToReport = { type: 'rows', group: message.group, html, offset: Math.min(count, message.offset + MORE), count };
        await shown.panel.webview.postMessage(rows);
        break;
      }
    }
  }
}
