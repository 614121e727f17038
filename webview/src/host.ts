import type { FromPanel, ToPanel } from '../../server/src/protocol';

interface VsCodeApi {
  postMessage(message: FromPanel): void;
  getState(): unknown;
  setState(state: unknown): void;
}
declare function acquireVsCodeApi(): VsCodeApi;

/** The extension's side of the panel: typed messages both ways and a state that outlives the panel's being hidden. */
export interface Host {
  post(message: FromPanel): void;
  listen(receive: (message: ToPanel) => void): void;
  saved(): unknown;
  save(state: unknown): void;
}

/** Connects to VS Code; may be called once in the life of a page (VS Code throws on a second time). */
export function connectHost(): Host {
  const api = acquireVsCodeApi();
  return {
    post: (message) => { api.postMessage(message); },
    listen(receive) {
      window.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
        if (isToPanel(data)) receive(data);
      });
    },
    saved: () => api.getState(),
    save: (state) => { api.setState(state); },
  };
}

const TYPES: ReadonlySet<unknown> = new Set<ToPanel['type']>(['explanation', 'busy', 'failed', 'card', 'highlight', 'whatIf']);

/** True for a message of the extension; other frames and developer tools post here too. */
export function isToPanel(data: unknown): data is ToPanel {
  return typeof data === 'object' && data !== null && 'type' in data && TYPES.has(data.type);
}
