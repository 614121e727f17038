import type { ClientCapabilities } from 'vscode-languageserver/node';
import { SYSTEM_CLOCK, type Clock } from '../documents/clock';

/** Milliseconds: changes of a moment go out together; while much is being linked, less and less often. */
const SHORTEST = 60;
const LONGEST = 3000;

/** What is used of a connection: the three features that an editor can be told to ask for again. */
export interface Refreshable {
  readonly languages: Readonly<Record<'semanticTokens' | 'inlayHint' | 'diagnostics', { refresh(): unknown }>>;
}

/**
 * Tells the client that annotations changed, bundled: a file of a thousand questions is linked in seconds and must not refresh the editor a thousand times.
 */
export class Refresher {
  readonly #pending = new Set<string>();
  #waiting = false;
  #burst = false;
  #capabilities: ClientCapabilities = {};

  /**
   * @param notify sends the notification of our own protocol
   * @param waiting how many questions of a document are still to be linked: as many milliseconds the next refresh of a burst waits
   */
  constructor(
    private readonly connection: Refreshable, private readonly notify: (uri: string) => void,
    private readonly waiting: (uri: string) => number, private readonly clock: Clock = SYSTEM_CLOCK,
  ) {}

  /** What the client can refresh; asked for nothing else. */
  use(capabilities: ClientCapabilities): void {
    this.#capabilities = capabilities;
  }

  /** Annotations of a document changed. */
  changed(uri: string): void {
    this.#pending.add(uri);
    if (this.#waiting) return;
    this.#waiting = true;
    // The first of a burst goes out soon: what is in view was linked first.
    const pause = this.#burst ? Math.min(LONGEST, Math.max(SHORTEST, this.waiting(uri))) : SHORTEST;
    this.clock.after(pause, () => {
      this.#flush();
    });
  }

  #flush(): void {
    this.#waiting = false;
    this.#burst = [...this.#pending].some((uri) => this.waiting(uri) > 0);
    for (const uri of this.#pending) this.notify(uri);
    this.#pending.clear();
    const { workspace } = this.#capabilities;
    const { semanticTokens, inlayHint, diagnostics } = this.connection.languages;
    if (workspace?.semanticTokens?.refreshSupport === true) semanticTokens.refresh();
    if (workspace?.inlayHint?.refreshSupport === true) inlayHint.refresh();
    if (workspace?.diagnostics?.refreshSupport === true) diagnostics.refresh();
  }
}
