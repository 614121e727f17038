import type { Explanation, Forces, Hop, RelationScore, ScoredNode } from '../../../server/src/protocol';
import { div, element, sign, span, spoken } from '../dom';
import { fold, reachedText } from '../model/lane';
import { score } from '../model/numbers';
import { isGiven, relationText, withRelation, type RelationPlace } from '../model/whatIf';
import { nodeThing, pathThing, relationThing } from '../model/things';
import type { Actions } from './actions';
import { laneHeadView } from './laneHead';
import { bar, entityName, folded, list, pathClass } from './pieces';

/** A lane: the path of one mention from its entity, hop by hop. A relation that is clicked is followed for now: what if. */
export function laneView(explanation: Explanation, forces: Forces, index: number, actions: Actions): HTMLElement | null {
  const path = explanation.paths[index];
  if (path === undefined) return null;
  return element('article', { class: `lane ${pathClass(index)}`, 'aria-label': `Path ${index + 1}` },
    laneHeadView(explanation, index, actions),
    ...path.hops.map((hop, k) => hopView(hop, k, index, path.hops.length, (relation) => forceable(explanation, forces, { path: index, hop: k, relation }, actions), actions)));
}

function hopView(hop: Hop, k: number, path: number, hops: number, force: (relation: RelationScore) => Forceable, actions: Actions): HTMLElement {
  const relations = fold(hop.relations, hop.relationCount);
  const entities = fold(hop.entities, hop.entityCount);
  const key = `path ${path} hop ${k}`;
  const relation = (one: RelationScore): HTMLElement => relationBar(one, k, path, force(one));
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

/** What a click on a relation does, and whether it is given already. */
interface Forceable {
  readonly given: boolean;
  readonly toggle: () => void;
}

function forceable(explanation: Explanation, forces: Forces, place: RelationPlace, actions: Actions): Forceable {
  return {
    given: isGiven(explanation, forces, place),
    toggle() {
      const next = withRelation(explanation, forces, place);
      if (next === null) actions.resetWhatIf();
      else actions.whatIf(next);
    },
  };
}

function relationBar(relation: RelationScore, hop: number, path: number, { given, toggle }: Forceable): HTMLElement {
  const name = element('button', { type: 'button', class: 'relation', 'aria-pressed': String(given), 'data-stay': `${path} ${hop} ${relationText(relation)}` },
    sign('arrow', relation.inverse ? '←' : '→'), spoken(relation.inverse ? 'backwards: ' : ''), relation.label, spoken(given ? ', given: take it back' : ', what if it were followed?'));
  const row = bar(name, relation.score, { things: `${relationThing(relation.id)} ${pathThing(path)}`, className: `choice ${relation.score < 0.02 ? 'weak' : ''} ${given ? 'given' : ''}` });
  row.title = `${relation.label} (${relation.id}), followed ${relation.inverse ? 'from object to subject' : 'from subject to object'}. Click: ${given ? 'leave it to the model again' : `what if hop ${hop + 1} followed it?`}`;
  // The keyboard's click on the button inside comes up here too.
  row.addEventListener('click', toggle);
  return row;
}

function rest<T>(key: string, { folded: hidden, unsent }: { readonly folded: readonly T[]; readonly unsent: number }, draw: (item: T) => HTMLElement, actions: Actions): HTMLElement | null {
  const total = hidden.length + unsent;
  if (total === 0) return null;
  const label = `${total.toLocaleString('en-US')} more`;
  if (hidden.length === 0) return div('quiet', label);
  return folded(key, label, actions, list(label, hidden.map(draw)), unsent === 0 ? null : div('quiet', `and ${unsent.toLocaleString('en-US')} below these`));
}
