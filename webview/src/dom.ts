/** What may stand inside an element. Strings become text nodes, never markup. */
export type Child = Node | string | null | readonly Child[];

/** A new element with attributes and children. Styles are no attribute here: the panel's content policy forbids them. */
export function element<K extends keyof HTMLElementTagNameMap>(name: K, attributes?: Readonly<Record<string, string>>, ...children: readonly Child[]): HTMLElementTagNameMap[K];
export function element(name: string, attributes?: Readonly<Record<string, string>>, ...children: readonly Child[]): HTMLElement;
export function element(name: string, attributes: Readonly<Record<string, string>> = {}, ...children: readonly Child[]): HTMLElement {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  append(made, children);
  return made;
}

/** A `span` with a class: the commonest piece of the panel. */
export const span = (className: string, ...children: readonly Child[]): HTMLSpanElement => element('span', { class: className }, ...children);

/** A `div` with a class. */
export const div = (className: string, ...children: readonly Child[]): HTMLDivElement => element('div', { class: className }, ...children);

/** Text for screen readers only. */
export const spoken = (text: string): HTMLSpanElement => span('spoken', text);

/** Text for the eye only: arrows and other signs that a spoken text beside them says better. */
export const sign = (className: string, text: string): HTMLSpanElement => element('span', { class: className, 'aria-hidden': 'true' }, text);

/** Sets a custom property through the CSSOM, which a strict content policy allows, and returns the element. */
export function withProperty<E extends HTMLElement | SVGElement>(target: E, name: `--${string}`, value: string): E {
  target.style.setProperty(name, value);
  return target;
}

function append(target: Element, children: readonly Child[]): void {
  for (const child of children) {
    if (child === null) continue;
    if (typeof child === 'string' || child instanceof Node) target.append(child);
    else append(target, child);
  }
}
