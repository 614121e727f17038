import type { Plan } from '../../../server/src/protocol';
import { div, element, sign, span, spoken, withProperty } from '../dom';
import { filled, score } from '../model/numbers';
import { planShares } from '../model/plan';
import { section } from './pieces';

/** The plan that was chosen: one bar shared by all plans, and what each part of it is. */
export function planPart(plan: Plan): HTMLElement {
  const shares = planShares(plan);
  const strip = element('div', { class: 'plan-strip', 'aria-hidden': 'true' }, ...shares.map((share) => withProperty(span(`plan-share${share.chosen ? ' chosen' : ''}`), '--filled', filled(share.score))));
  const legend = element('ul', { class: 'plan-legend', role: 'list', 'aria-label': 'Plans and their probabilities' }, ...shares.map((share) =>
    element('li', { class: share.chosen ? 'chosen' : '' }, sign('plan-dot', ''), share.label, ' ', span('number', score(share.score)), share.chosen ? spoken('chosen') : null)));
  return section('plan', 'Plan', '', div('plan-body', strip, legend));
}
