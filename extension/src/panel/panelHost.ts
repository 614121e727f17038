import { randomBytes } from 'node:crypto';
import { l10n, Uri, ViewColumn, env, window, workspace, type Disposable, type WebviewPanel } from 'vscode';
import type { FromPanel, Span, ToPanel } from '../../../server/src/protocol';
import type { Target } from '../commands/target';
import { isCancelled, messageOf } from '../commands/failure';
import type { Annotations } from '../annotations';
import type { Server } from '../server';
import { panelHtml } from './html';
import { readMessage } from './messages';
import { openPage, reveal } from './requests';
import { savePicture } from './savePicture';

export const PANEL = 'hoplens.panel';

/** The panel: one webview, opened by the first question that is to be explained. */
export class PanelHost implements Disposable {
  #panel: WebviewPanel | undefined;
  #ready = false;
  /** What is sent before the page listens. */
  #waiting: ToPanel[] = [];
  #shown: Target | undefined;
  #turn = 0;
  #whatIfTurn = 0;

  constructor(private readonly extensionUri: Uri, private readonly server: Server, private readonly annotations: Annotations) {}

  get visible(): boolean {
    return this.#panel?.visible ?? false;
  }

  /** The question that the panel explains. */
  get shown(): Target | undefined {
    return this.#shown;
  }

  /** Opens the panel and explains a question in it. An error is shown in the panel, where the answer would have been. */
  async show(target: Target): Promise<void> {
    this.#open();
    await this.#explain(target);
  }

  /** Explains a question and opens the card of an entity over it. */
  async showCard(target: Target, id: string): Promise<void> {
    await this.show(target);
    await this.#receive({ type: 'card', id });
  }

  /** Takes over a panel that VS Code restores after a reload. */
  async restore(panel: WebviewPanel, target: Target | undefined): Promise<void> {
    this.#adopt(panel);
    if (target === undefined) return;
    // A tab in the background is no open document yet: the server would not know its questions. One that is gone says so in the panel.
    try {
      await workspace.openTextDocument(Uri.parse(target.uri, true));
    } catch {
      this.#post({ type: 'failed', question: '', message: l10n.t('The file of this question is no longer open.') });
      return;
    }
    await this.#explain(target);
  }

  /** Lights a span of the shown question up; null: none. */
  highlight(span: Span | null): void {
    if (this.#panel !== undefined) this.#post({ type: 'highlight', span });
  }

  dispose(): void {
    this.#panel?.dispose();
  }

  #open(): void {
    if (this.#panel !== undefined) {
      if (!this.#panel.visible) this.#panel.reveal(undefined, true);
      return;
    }
    this.#adopt(window.createWebviewPanel(PANEL, 'HopLens', { viewColumn: ViewColumn.Beside, preserveFocus: true }, {}));
  }

  #adopt(panel: WebviewPanel): void {
    this.#panel?.dispose();
    this.#panel = panel;
    this.#ready = false;
    this.#waiting = [];
    const dist = Uri.joinPath(this.extensionUri, 'dist');
    const { webview } = panel;
    panel.iconPath = Uri.joinPath(this.extensionUri, 'media', 'icons', 'hoplens.png');
    webview.options = { enableScripts: true, localResourceRoots: [dist] };
    webview.onDidReceiveMessage((data: unknown) => {
      const message = readMessage(data);
      if (message !== undefined) void this.#receive(message).catch((error: unknown) => { void window.showErrorMessage(`HopLens: ${messageOf(error)}`); });
    });
    // A page out of sight is unloaded; it says when it listens again, and until then what is for it waits.
    panel.onDidChangeViewState(() => {
      if (this.#panel === panel && !panel.visible) this.#ready = false;
    });
    panel.onDidDispose(() => {
      if (this.#panel !== panel) return;
      this.#panel = undefined;
      this.#shown = undefined;
    });
    webview.html = panelHtml({
      script: webview.asWebviewUri(Uri.joinPath(dist, 'webview.js')).toString(), style: webview.asWebviewUri(Uri.joinPath(dist, 'webview.css')).toString(),
      source: webview.cspSource, nonce: randomBytes(16).toString('hex'), title: 'HopLens', language: env.language,
    });
  }

  async #explain(target: Target): Promise<void> {
    const turn = ++this.#turn;
    this.#shown = target;
    const question = (await this.annotations.question(target.uri, target.index).catch(() => undefined))?.text ?? '';
    this.#post({ type: 'busy', question });
    try {
      const result = await this.server.answerQuestion(target);
      // Another question was asked for in the meantime.
      if (turn === this.#turn) this.#post({ type: 'explanation', result, status: this.server.status });
    } catch (error) {
      if (turn !== this.#turn) return;
      this.#post({ type: 'failed', question, message: isCancelled(error) ? l10n.t('The question changed before it was answered. Answer it again.') : messageOf(error) });
    }
  }

  async #receive(message: FromPanel): Promise<void> {
    switch (message.type) {
      case 'ready':
        this.#ready = true;
        for (const waiting of this.#waiting.splice(0)) this.#post(waiting);
        break;
      case 'card': this.#post({ type: 'card', id: message.id, card: await this.server.entityInfo(message.id) }); break;
      case 'whatIf': await this.#whatIf(message); break;
      case 'savePicture': await savePicture(message); break;
      case 'answerAgain': await this.#explain(message); break;
      case 'copy': await env.clipboard.writeText(message.text); break;
      case 'openPage': await openPage(this.server, message.id); break;
      case 'reveal': await reveal(this.annotations, message); break;
    }
  }

  /** Answers the question with something given; what cannot be given is said where the answer would have been. */
  async #whatIf({ uri, index, forces }: Extract<FromPanel, { readonly type: 'whatIf' }>): Promise<void> {
    const turn = ++this.#whatIfTurn;
    try {
      const { explanation } = await this.server.whatIf({ uri, index, forces });
      if (turn === this.#whatIfTurn) this.#post({ type: 'whatIf', uri, index, forces, explanation, message: '' });
    } catch (error) {
      if (turn === this.#whatIfTurn) this.#post({ type: 'whatIf', uri, index, forces, explanation: null, message: messageOf(error) });
    }
  }

  #post(message: ToPanel): void {
    if (this.#ready) void this.#panel?.webview.postMessage(message);
    else this.#waiting.push(message);
  }
}
