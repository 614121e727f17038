// The one place that knows the component library: registers what the panel uses and gives it back as typed elements.
// Its badge is left out: that template sets a style attribute, which the panel's content policy forbids.
import { provideVSCodeDesignSystem, vsCodeButton, vsCodeDataGrid, vsCodeDataGridCell, vsCodeDataGridRow, vsCodeDivider, vsCodeLink, vsCodeProgressRing } from '@vscode/webview-ui-toolkit';
import { element, type Child } from './dom';

/** Registers the components as custom elements; to be called once, before anything is drawn. */
export function registerToolkit(): void {
  provideVSCodeDesignSystem().register(vsCodeButton(), vsCodeDataGrid(), vsCodeDataGridCell(), vsCodeDataGridRow(), vsCodeDivider(), vsCodeLink(), vsCodeProgressRing());
}

/** A button that acts; `quiet` draws it without weight. */
export function actionButton(label: string, act: () => void, look: 'primary' | 'secondary' | 'icon' = 'secondary'): HTMLElement {
  const button = element('vscode-button', { appearance: look });
  button.append(label);
  button.addEventListener('click', act);
  return button;
}

/** A link that acts inside the panel's host instead of navigating. */
export function actionLink(label: string, act: () => void, name = label): HTMLElement {
  const link = element('vscode-link', { href: '#', 'aria-label': name }, label);
  link.addEventListener('click', (event) => {
    event.preventDefault();
    act();
  });
  return link;
}

/** A line between sections; says nothing to a screen reader. */
export const divider = (): HTMLElement => element('vscode-divider', { role: 'presentation' });

/** A turning ring while work goes on. */
export const progressRing = (name: string): HTMLElement => element('vscode-progress-ring', { 'aria-label': name });

/** A grid: rows of cells, the first one a header; arrow keys move between cells, Enter presses the button inside. */
export function dataGrid(name: string, columns: string, rows: readonly HTMLElement[]): HTMLElement {
  const grid = element('vscode-data-grid', { 'aria-label': name, 'generate-header': 'none', 'grid-template-columns': columns }, ...rows);
  grid.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || !(event.target instanceof HTMLElement) || event.target.localName !== 'vscode-data-grid-cell') return;
    event.target.querySelector('button')?.click();
  });
  return grid;
}

/** One row of a {@link dataGrid}; `cells` are the children of its cells in column order. */
export function gridRow(cells: readonly Child[], columns: string, options: { readonly header?: boolean; readonly className?: string; readonly things?: string } = {}): HTMLElement {
  const header = options.header === true;
  const children = cells.map((cell, k) => element('vscode-data-grid-cell', { 'grid-column': String(k + 1), ...(header ? { 'cell-type': 'columnheader' } : {}) }, cell));
  return element('vscode-data-grid-row', {
    ...(header ? { 'row-type': 'header' } : {}),
    'grid-template-columns': columns,
    ...(options.className === undefined ? {} : { class: options.className }),
    ...(options.things === undefined ? {} : { 'data-things': options.things }),
  }, ...children);
}
