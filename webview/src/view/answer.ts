import type { Answer, Explanation } from '../../../server/src/protocol';
import { div, element, span } from '../dom';
import { answersView } from '../model/answers';
import { chainsOf } from '../model/chain';
import type { Actions } from './actions';
import { chainView } from './chain';
import { badge, bar, entityName, folded, idText, list, section } from './pieces';

const OPEN_ANSWERS = 5;

/** The top of the panel: what the answer is, how sure, the edges that prove it, and a sentence of how it was found. */
export function answerHead(explanation: Explanation, actions: Actions): HTMLElement {
  const { headline, alsoCount } = answersView(explanation);
  const best = headline[0];
  if (best === undefined) return noAnswer(explanation);
  return element('header', { class: 'answer path-all' },
    element('h1', { class: 'answer-names' }, ...headline.map((answer, k) => span('answer-name', entityName(answer, actions, k === 0 ? 'best' : ''), idText(answer.id), k === 0 || answer.score !== best.score ? badge(answer.score) : null))),
    alsoCount > 0 ? div('quiet', `and ${alsoCount.toLocaleString('en-US')} more with nearly the same score, below`) : null,
    ...chainsOf(explanation, best).map((chain) => chainView(chain, actions)),
    element('p', { class: 'summary' }, explanation.summary));
}

function noAnswer(explanation: Explanation): HTMLElement {
  const none = explanation.plan?.none;
  return element('header', { class: 'answer none' },
    element('h1', { class: 'answer-names' }, 'No answer in this graph'),
    element('p', { class: 'summary' }, explanation.summary),
    none === undefined ? null : list('How sure', [bar('the graph does not hold it', none)]));
}

/** The answers after the first, each with the edges that prove it; null when there are none. */
export function otherAnswers(explanation: Explanation, actions: Actions): HTMLElement | null {
  const { others } = answersView(explanation);
  if (others.length === 0) return null;
  const view = (answer: Answer): HTMLElement => element('li', { class: 'other-answer path-all' },
    bar([entityName(answer, actions), ' ', idText(answer.id)], answer.score),
    ...chainsOf(explanation, answer).map((chain) => chainView(chain, actions)));
  const rest = others.slice(OPEN_ANSWERS);
  return section('others', 'Other answers', `${others.length}`,
    list('Other answers', others.slice(0, OPEN_ANSWERS).map(view), 'other-answers'),
    rest.length === 0 ? null : folded('answers', `${rest.length} more`, actions, list('More answers', rest.map(view), 'other-answers')));
}
