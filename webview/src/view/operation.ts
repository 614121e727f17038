import type { Explanation, OperationInput } from '../../../server/src/protocol';
import { div, element, sign, span, spoken } from '../dom';
import { fold } from '../model/lane';
import { score } from '../model/numbers';
import { operationView, type OperationView } from '../model/operation';
import { nodeThing } from '../model/things';
import type { Actions } from './actions';
import { bar, entityName, folded, idText, list, section } from './pieces';

const OPEN_ROWS = 8;

/** The operation: what it took in with values, what it kept, what it gives, and why it was chosen. Null where there is none. */
export function operationPart(explanation: Explanation, actions: Actions): HTMLElement | null {
  const view = operationView(explanation);
  if (view === null) return null;
  const { open, folded: rest, unsent } = fold(view.inputs, view.inputs.length + view.unsent, OPEN_ROWS);
  const gives = explanation.answers.slice(0, 3).map(({ label }) => label).join(', ');
  return section('operation', 'Operation', '',
    div('operation-head path-all', span('pill pill-answer', view.title), ...view.details.map((text) => span('', text)), gives === '' ? null : span('operation-gives', sign('arrow', '⇒'), spoken('gives '), gives)),
    open.length === 0 ? div('quiet', 'It took in nothing.') : rows('What it took in', view, open, actions),
    rest.length + unsent === 0 ? null : folded('operation rows', `${(rest.length + unsent).toLocaleString('en-US')} more`, actions, rest.length === 0 ? null : rows('More that it took in', view, rest, actions), unsent === 0 ? null : div('quiet', `and ${unsent.toLocaleString('en-US')} that are not listed`)),
    folded('operation scores', 'Why this operation', actions, element('div', { class: 'operation-scores path-all' },
      list('Operations and their probabilities', view.scores.map((one) => bar([one.name, one.chosen ? span('quiet', ' · chosen') : null], one.score))))));
}

function rows(name: string, { hasValues }: OperationView, inputs: readonly OperationInput[], actions: Actions): HTMLElement {
  const head = ['entity', ...(hasValues ? ['value'] : []), 'in the set', 'kept'].map((text) => element('th', { scope: 'col' }, text));
  return element('div', { class: 'scroll', role: 'region', tabindex: '0', 'aria-label': name }, element('table', { class: 'candidates operation-inputs path-all' },
    element('thead', {}, element('tr', {}, ...head)),
    element('tbody', {}, ...inputs.map((input) => element('tr', { class: input.kept ? 'winner' : 'out', 'data-things': nodeThing(input) },
      element('th', { scope: 'row' }, entityName(input, actions), ' ', idText(input.id)),
      hasValues ? element('td', {}, input.read) : null,
      element('td', {}, span('number', score(input.score))),
      element('td', {}, input.kept ? [sign('kept', '✓'), spoken('kept')] : [sign('', '–'), spoken('left out')]))))));
}
