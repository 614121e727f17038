// The small pieces of which every part is made: entity names, bars, folds, sections.
import type { ScoredNode } from '../../../server/src/protocol';
import { div, element, sign, span, withProperty, type Child } from '../dom';
import { filled, score } from '../model/numbers';
import { nodeThing } from '../model/things';
import type { Actions } from './actions';

const PATH_COLOURS = 5;

/** The class that gives a path its colour; `null` is the colour of what all paths share: the answer. */
export const pathClass = (path: number | null): string => (path === null ? 'path-all' : `path-${path % PATH_COLOURS}`);

/** An entity's name: a button that opens its card; a literal is plain text. */
export function entityName(node: Pick<ScoredNode, 'id' | 'label' | 'value'>, actions: Actions, className = ''): HTMLElement {
  const things = nodeThing(node);
  if (node.id === '') return element('span', { class: `literal ${className}`, 'data-things': things, title: node.value ?? node.label }, node.label);
  const button = element('button', { type: 'button', class: `entity ${className}`, 'data-things': things, title: `${node.label} (${node.id}): show its card` }, node.label);
  button.addEventListener('click', () => { actions.openCard(node.id); });
  return button;
}

/** A graph id in small monospace. */
export const idText = (id: string): HTMLElement | null => (id === '' ? null : span('id', id));

/** A score in a small round frame. */
export const badge = (value: number): HTMLElement => element('span', { class: 'badge', role: 'img', 'aria-label': `score ${score(value)}` }, score(value));

/** A line with a name, a bar and a number; the bar is for the eye, the number for everyone. */
export function bar(name: Child, value: number, options: { readonly things?: string; readonly className?: string } = {}): HTMLElement {
  return element('li', { class: `bar-row ${options.className ?? ''}`, ...(options.things === undefined ? {} : { 'data-things': options.things }) },
    span('bar-name', name), meter(value), span('number', score(value)));
}

/** A horizontal bar filled to `value` in the colour around it. */
export const meter = (value: number): HTMLElement => withProperty(sign('meter', ''), '--filled', filled(value));

/** Something folded away under a line that says how much; remembers whether it was opened. */
export function folded(key: string, label: Child, actions: Actions, ...content: readonly Child[]): HTMLElement {
  const details = element('details', { class: 'fold' }, element('summary', {}, label), ...content);
  details.open = actions.isUnfolded(key);
  details.addEventListener('toggle', () => { actions.setUnfolded(key, details.open); });
  return details;
}

/** A part of the panel under a heading. */
export function section(id: string, title: string, aside: Child, ...content: readonly Child[]): HTMLElement {
  return element('section', { class: `part ${id}`, 'aria-labelledby': `h-${id}` },
    div('part-head', element('h2', { id: `h-${id}` }, title), span('part-aside', aside)), ...content);
}

/** A list of items that a screen reader counts. */
export const list = (name: string, items: readonly Node[], className = 'bars'): HTMLElement => element('ul', { class: className, role: 'list', 'aria-label': name }, ...items);
