import type { Candidate, CandidateParts, Explanation } from '../../../server/src/protocol';
import { div, element, sign, span, spoken } from '../dom';
import { laneHead, PARTS, type LaneHead } from '../model/lane';
import { raw, score } from '../model/numbers';
import { mentionThing, nodeThing } from '../model/things';
import type { Actions } from './actions';
import { entityName, folded, idText } from './pieces';

/** The start of a lane: which entity the words stand for, of what its score is made, and who lost by what. */
export function laneHeadView(explanation: Explanation, path: number, actions: Actions): HTMLElement | null {
  const mentionIndex = explanation.paths[path]?.mention ?? -1;
  const head = laneHead(explanation, mentionIndex);
  if (head === null) return null;
  const { mention, best } = head;
  if (best === null) return div('lane-head', element('h3', {}, `“${mention.text}”`), div('quiet', 'no entity of the graph bears this name'));
  return element('div', { class: 'lane-head', 'data-things': `${mentionThing(mentionIndex)} ${nodeThing(best)}` },
    div('lane-title', element('h3', {}, sign('dot', ''), entityName(best, actions)), idText(best.id), span('number strong', spoken('score '), score(best.score))),
    best.description === '' ? null : div('quiet', best.description),
    partsLine(best),
    runnersUp(head, path, actions));
}

function partsLine(candidate: Candidate): HTMLElement {
  return element('div', { class: 'parts', title: 'Parts of the raw score; they add up' },
    ...PARTS.map(([key, name]) => span('part-of', `${name} `, span('number', raw(candidate.parts[key])))));
}

function runnersUp({ best, runnersUp: others, unsent }: LaneHead, path: number, actions: Actions): HTMLElement | null {
  const next = others[0];
  if (best === null || next === undefined) return div('quiet', 'no other entity bears this name');
  const label = [`${others.length + unsent} other ${others.length + unsent === 1 ? 'candidate' : 'candidates'}`, span('quiet', ` · next: ${next.candidate.label}${next.candidate.description === '' ? '' : `, ${next.candidate.description}`} `, span('number', score(next.candidate.score)))];
  const header = element('tr', {}, element('th', { scope: 'col' }, 'candidate'), element('th', { scope: 'col' }, 'score'), ...PARTS.map(([, name, short]) => element('th', { scope: 'col', title: name, 'aria-label': name }, short)));
  const rows = [row(best, null, actions, 'winner'), ...others.map(({ candidate, lostBy }) => row(candidate, lostBy, actions, ''))];
  return folded(`path ${path} candidates`, label, actions,
    element('div', { class: 'scroll', role: 'region', tabindex: '0', 'aria-label': 'Candidates' }, element('table', { class: 'candidates' }, element('thead', {}, header), element('tbody', {}, ...rows))),
    div('quiet', `Marked: where a candidate fell furthest behind.${unsent === 0 ? '' : ` ${unsent} weaker ones are not listed.`}`));
}

function row(candidate: Candidate, lost: keyof CandidateParts | null, actions: Actions, className: string): HTMLElement {
  return element('tr', { class: className, 'data-things': nodeThing({ ...candidate, value: '' }) },
    element('th', { scope: 'row' }, entityName(candidate, actions), ' ', idText(candidate.id), div('quiet', candidate.description)),
    element('td', {}, span('number', score(candidate.score))),
    ...PARTS.map(([key]) => element('td', { class: key === lost ? 'lost' : '' }, span('number', raw(candidate.parts[key])), key === lost ? spoken('decided against it') : null)));
}
