import { div, element, type Child } from '../dom';
import { drawn, type Shown } from '../model/panelState';
import type { Actions } from './actions';
import { answerHead, otherAnswers } from './answer';
import { footView } from './foot';
import { intersectionPart } from './intersection';
import { laneView } from './lane';
import { mergeDrawing } from './merge';
import { operationPart } from './operation';
import { section } from './pieces';
import { planPart } from './plan';
import { questionPart } from './question';
import { whatIfPart } from './whatIf';

/** The whole explanation: the answer first, then why. */
export function explanationView(shown: Shown, actions: Actions): HTMLElement {
  const { status } = shown;
  const explanation = drawn(shown);
  const { paths, plan, intersection } = explanation;
  const lanes: Child = paths.length === 0 ? null : section('paths', paths.length === 1 ? 'Path' : 'Paths', 'click a relation: what if it were followed?',
    div(`lanes lanes-${Math.min(paths.length, 3)}`, ...paths.map((_, k) => laneView(explanation, shown.whatIf?.forces ?? {}, k, actions))),
    intersection === null || intersection.paths.length < 2 ? null : mergeDrawing(intersection.paths));
  return element('article', { class: 'explanation', 'aria-label': explanation.question },
    // Where something is given the two answers stand side by side; one that could not be given leaves the model's own.
    shown.whatIf === undefined ? null : whatIfPart(shown, actions),
    shown.whatIf?.explanation == null ? answerHead(explanation, actions) : null,
    questionPart(explanation, actions),
    plan === null ? null : planPart(plan),
    shown.whatIf === undefined ? whatIfPart(shown, actions) : null,
    lanes,
    intersectionPart(explanation, actions),
    operationPart(explanation, actions),
    otherAnswers(explanation, actions),
    footView(explanation, status, actions));
}
