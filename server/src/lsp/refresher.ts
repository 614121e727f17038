import type { ClientCapabilities, Connection } from 'vscode-languageserver/node';

const WAIT = 60;

/**
 * Tells the client that annotations changed, bundled: a file of a thousand questions is linked in seconds and must not refresh the editor a thousand times.
 */
export class Refresher {
  readonly #pending = new Set<string>();
  #waiting = false;
  #capabilities: ClientCapabilities = {};

  constructor(private readonly connection: Connection, private readonly notify: (uri: string) => void) {}

  /** What the client can refresh; asked for nothing else. */
  use(capabilities: ClientCapabilities): void {
    this.#capabilities = capabilities;
  }

  changed(uri: string): void {
    this.#pending.add(uri);
    if (this.#waiting) return;
    this.#waiting = true;
    setTimeout(() => {
      this.#flush();
    }, WAIT);
  }

  #flush(): void {
    this.#waiting = false;
    for (const uri of this.#pending) this.notify(uri);
    this.#pending.clear();
    const { workspace } = this.#capabilities;
    if (workspace?.semanticTokens?.refreshSupport === true) void this.connection.languages.semanticTokens.refresh();
    if (workspace?.inlayHint?.refreshSupport === true) void this.connection.languages.inlayHint.refresh();
    if (workspace?.diagnostics?.refreshSupport === true) void this.connection.languages.diagnostics.refresh();
  }
}
