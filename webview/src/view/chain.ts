import { element, sign, span, spoken } from '../dom';
import { linkText, spokenChain, type Chain, type ChainLink } from '../model/chain';
import { pathThing, relationThing } from '../model/things';
import type { Actions } from './actions';
import { entityName, pathClass } from './pieces';

/** A chain of proof to read from left to right; each link keeps to the node after it when the line breaks. */
export function chainView(chain: Chain, actions: Actions): HTMLElement {
  const steps = chain.nodes.map(({ node, path }, k) => {
    const link = chain.links[k - 1];
    return element('li', { class: 'chain-step' },
      link === undefined ? null : linkView(link),
      span(`pill ${pathClass(path)}${path === null ? ' pill-answer' : ''}`, entityName(node, actions)));
  });
  return element('ol', { class: 'chain', role: 'list', 'aria-label': spokenChain(chain) }, ...steps);
}

function linkView(link: ChainLink): HTMLElement {
  const { relation, forward, path } = link;
  return element('span', { class: `link ${pathClass(path)}`, 'data-things': `${relationThing(relation.id)} ${pathThing(path)}`, title: `${relation.label} (${relation.id})` },
    sign(`link-line${forward ? '' : ' link-back'}`, ''),
    spoken(forward ? 'by' : 'backwards by'), span('link-name', linkText(link)),
    sign(`link-line${forward ? ' link-forward' : ''}`, ''));
}
