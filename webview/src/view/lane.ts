import type { Explanation, Hop, RelationScore, ScoredNode } from '../../../server/src/protocol';
import { div, element, sign, span, spoken } from '../dom';
import { fold, reachedText } from '../model/lane';
import { score } from '../model/numbers';
import { nodeThing, pathThing, relationThing } from '../model/things';
import type { Actions } from './actions';
import { laneHeadView } from './laneHead';
import { bar, entityName, folded, list, pathClass } from './pieces';

/** A lane: the path of one mention from its entity, hop by hop. */
export function laneView(explanation: Explanation, index: number, actions: Actions): HTMLElement | null {
  const path = explanation.paths[index];
  if (path === undefined) return null;
  return element('article', { class: `lane ${pathClass(index)}`, 'aria-label': `Path ${index + 1}` },
    laneHeadView(explanation, index, actions),
    ...path.hops.map((hop, k) => hopView(hop, k, index, path.hops.length, actions)));
}

function hopView(hop: Hop, k: number, path: number, hops: number, actions: Actions): HTMLElement {
  const relations = fold(hop.relations, hop.relationCount);
  const entities = fold(hop.entities, hop.entityCount);
  const key = `path ${path} hop ${k}`;
  const relation = (one: RelationScore): HTMLElement => relationBar(one, path);
  const entity = (node: ScoredNode): HTMLElement => bar(entityName(node, actions), node.score, { things: `${nodeThing(node)} ${pathThing(path)}` });
  return div('hop',
    div('step', stepHead(`Hop ${k + 1}`, 'relation followed', span('stop', k + 1 < hops ? 'ends here ' : 'ends after this hop ', span('number', score(hop.weight)))),
      list(`Relations of hop ${k + 1}`, relations.open.map(relation)), rest(`${key} relations`, relations, relation, actions)),
    div('step', stepHead('Reached', '', reachedView(hop)),
      entities.open.length === 0 ? div('quiet', 'nothing') : list(`Reached by hop ${k + 1}`, entities.open.map(entity)), rest(`${key} entities`, entities, entity, actions)));
}

const stepHead = (title: string, note: string, right: HTMLElement): HTMLElement => div('step-head', element('h4', {}, title), span('step-note', note), right);

function reachedView(hop: Hop): HTMLElement {
  const text = span(`stop${hop.truncated ? ' truncated' : ''}`, reachedText(hop));
  if (hop.truncated) text.title = 'A cap cut the frontier: only the best were followed';
  return text;
}

function relationBar(relation: RelationScore, path: number): HTMLElement {
  const name = span('relation', sign('arrow', relation.inverse ? '←' : '→'), spoken(relation.inverse ? 'backwards: ' : ''), relation.label);
  name.title = `${relation.label} (${relation.id}), followed ${relation.inverse ? 'from object to subject' : 'from subject to object'}`;
  return bar(name, relation.score, { things: `${relationThing(relation.id)} ${pathThing(path)}`, className: relation.score < 0.02 ? 'weak' : '' });
}

function rest<T>(key: string, { folded: hidden, unsent }: { readonly folded: readonly T[]; readonly unsent: number }, draw: (item: T) => HTMLElement, actions: Actions): HTMLElement | null {
  const total = hidden.length + unsent;
  if (total === 0) return null;
  const label = `${total.toLocaleString('en-US')} more`;
  if (hidden.length === 0) return div('quiet', label);
  return folded(key, label, actions, list(label, hidden.map(draw)), unsent === 0 ? null : div('quiet', `and ${unsent.toLocaleString('en-US')} below these`));
}
