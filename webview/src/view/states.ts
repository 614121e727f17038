import { div, element } from '../dom';
import { progressRing } from '../toolkit';

/** Nothing asked yet: what to do. */
export function emptyView(): HTMLElement {
  return element('div', { class: 'state' },
    element('h1', {}, 'No question yet'),
    element('p', {}, 'Open a file with a question a line and click the answer at the end of a line, or place the cursor in a question and choose “Show in panel”.'),
    element('p', { class: 'quiet' }, 'This panel then shows the answer, and every step that led to it: the entities found, the relations followed, what each reached, and where the paths meet.'));
}

/** A question is being answered. It comes into view late: most answers arrive before it would show. */
export function busyView(question: string): HTMLElement {
  return element('div', { class: 'state busy', role: 'status' }, progressRing('Answering'), div('busy-text', element('strong', {}, 'Answering'), div('quiet', question)));
}

/** A question could not be answered: why, with the remedy that the server gives. */
export function failedView(question: string, message: string): HTMLElement {
  return element('div', { class: 'state failed', role: 'alert' }, element('h1', {}, 'This question could not be answered'), element('p', { class: 'quiet' }, question), element('p', { class: 'message' }, message));
}
