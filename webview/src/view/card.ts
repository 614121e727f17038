import type { EntityCard } from '../../../server/src/protocol';
import { div, element, sign, span, spoken } from '../dom';
import { nodeThing, relationThing } from '../model/things';
import { actionButton, actionLink } from '../toolkit';
import type { Actions } from './actions';
import { entityName, idText } from './pieces';

/** The card of an entity: names, types and its facts by relation; `null`: the graph does not hold it. */
export function cardView(card: EntityCard | null, id: string, actions: Actions, close: () => void): HTMLElement {
  const closer = actionButton('✕', close, 'icon');
  closer.setAttribute('aria-label', 'Close the card');
  closer.title = 'Close (Escape)';
  const title = element('h2', { id: 'card-title', tabindex: '-1' }, card?.label ?? id);
  return element('aside', { class: 'card', role: 'dialog', 'aria-labelledby': 'card-title' },
    div('card-head', title, closer),
    ...(card === null ? [element('p', { class: 'quiet' }, `This graph holds nothing under ${id}.`)] : body(card, actions)));
}

function body(card: EntityCard, actions: Actions): HTMLElement[] {
  return [
    div('card-id', idText(card.id), card.url === '' ? null : actionLink('Open page', () => { actions.openPage(card.id); }, `Open the page of ${card.label} in a browser`)),
    ...(card.description === '' ? [] : [element('p', {}, card.description)]),
    ...(card.types.length === 0 ? [] : [element('p', { class: 'quiet' }, card.types.join(' · '))]),
    ...(card.aliases.length === 0 ? [] : [element('p', { class: 'quiet' }, `also: ${card.aliases.join(', ')}`)]),
    element('dl', { class: 'facts', 'data-things': nodeThing({ ...card, value: '' }) }, ...card.facts.flatMap((fact) => factView(fact, actions))),
  ];
}

function factView({ relation, values, count }: EntityCard['facts'][number], actions: Actions): HTMLElement[] {
  const unsent = count - values.length;
  const things = relationThing(relation.id);
  return [
    element('dt', { 'data-things': things, title: relation.id }, sign('arrow', relation.inverse ? '←' : '→'), spoken(relation.inverse ? 'backwards: ' : ''), relation.label),
    element('dd', {}, ...values.map((value) => span('fact', entityName(value, actions), value.held === undefined ? null : span('quiet', ` ${value.held}`))), unsent > 0 ? span('quiet', `and ${unsent.toLocaleString('en-US')} more`) : null),
  ];
}
