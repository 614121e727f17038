import type { Explanation, ServerStatus } from '../../../server/src/protocol';
import { div, element, span } from '../dom';
import { timings } from '../model/numbers';
import { actionButton, divider } from '../toolkit';
import type { Actions } from './actions';

/** The foot: which graph and model answered, how long each stage took, and what can be done with it. */
export function footView(explanation: Explanation, status: ServerStatus, actions: Actions): HTMLElement {
  return element('footer', { class: 'foot' }, divider(),
    div('foot-facts', ...[status.graph, status.model, timings(explanation.millis)].filter((text) => text !== '').map((text) => span('', text))),
    div('foot-actions', actionButton('Answer again', () => { actions.answerAgain(); }), actionButton('Copy as JSON', () => { actions.copyJson(); }),
      actionButton('Save as SVG', () => { actions.savePicture('svg'); }), actionButton('Save as PNG', () => { actions.savePicture('png'); })));
}
