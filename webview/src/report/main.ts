import type { ToReport } from '../../../server/src/protocol';
import { readRows } from './messages';

declare function acquireVsCodeApi(): { postMessage(message: unknown): void };

/** The report's page in the editor: links into the file, further rows, and the buttons. The page itself is made by the server. */
const host = acquireVsCodeApi();

document.addEventListener('click', (event) => {
  const target = event.target instanceof Element ? event.target.closest('[data-index], [data-more], [data-export], [data-compare], a[href^="#group-"]') : null;
  if (target instanceof SVGAElement) {
    event.preventDefault();
    unfold(target.href.baseVal.slice(1));
    return;
  }
  if (!(target instanceof HTMLElement)) return;
  const { index, more, offset, export: kind, compare } = target.dataset;
  if (index !== undefined) {
    event.preventDefault();
    host.postMessage({ type: 'reveal', index: Number(index), text: target.textContent });
  } else if (more !== undefined) host.postMessage({ type: 'more', group: more, offset: Number(offset) });
  else if (kind !== undefined) host.postMessage({ type: 'export', kind });
  else if (compare !== undefined) host.postMessage({ type: 'compare' });
});

window.addEventListener('message', (event: MessageEvent<unknown>) => {
  const rows = readRows(event.data);
  if (rows !== undefined) addRows(rows);
});

function unfold(id: string): void {
  const group = document.getElementById(id);
  if (!(group instanceof HTMLDetailsElement)) return;
  group.open = true;
  group.scrollIntoView();
}

function addRows({ group, html, offset, count }: ToReport): void {
  const section = document.getElementById(`group-${group}`);
  section?.querySelector('tbody')?.insertAdjacentHTML('beforeend', html);
  const button = section?.querySelector<HTMLButtonElement>('button[data-more]');
  if (button === null || button === undefined) return;
  if (offset >= count) button.remove();
  else {
    button.dataset['offset'] = String(offset);
    button.textContent = `Show more (${String(count - offset)} left)`;
  }
}
