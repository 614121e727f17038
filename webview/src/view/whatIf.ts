import type { Explanation } from '../../../server/src/protocol';
import { div, element, span, type Child } from '../dom';
import { answersView, sameNote } from '../model/answers';
import { chainsOf } from '../model/chain';
import type { Shown, ShownWhatIf } from '../model/panelState';
import { drawn } from '../model/panelState';
import { forcesOf, forceTexts, PLAN_LABELS, readPlan, whatIfForm, type Choice } from '../model/whatIf';
import { actionButton } from '../toolkit';
import type { Actions } from './actions';
import { chainView } from './chain';
import { badge, entityName, folded, idText, section } from './pieces';

/** What if: the model's own answer beside the one with something given, what is given, and the form to give it. */
export function whatIfPart(shown: Shown, actions: Actions): HTMLElement {
  const { whatIf } = shown;
  return whatIf === undefined
    ? element('section', { class: 'part what-if', 'aria-label': 'What if' }, folded('what if', 'What if …', actions, form(shown, actions)))
    : section('what-if', 'What if', 'nothing of this is kept', active(shown, whatIf, actions), folded('what if', 'Give something else', actions, form(shown, actions)));
}

function active({ result: { explanation } }: Shown, whatIf: ShownWhatIf, actions: Actions): HTMLElement {
  const given = element('ul', { class: 'forces', role: 'list', 'aria-label': 'What is given' }, ...forceTexts(explanation.question, whatIf.forces, [explanation, ...(whatIf.explanation === null ? [] : [whatIf.explanation])]).map((text) => element('li', { class: 'force' }, text)));
  return div('what-if-active',
    div('what-if-head', given, actionButton('Reset', () => { actions.resetWhatIf(); }, 'primary')),
    whatIf.explanation === null ? element('p', { class: 'message', role: 'alert' }, whatIf.message)
      : div('beside', side('The model’s own', explanation, actions), side('With this given', whatIf.explanation, actions, sameNote(explanation, whatIf.explanation))));
}

function side(title: string, explanation: Explanation, actions: Actions, note = ''): HTMLElement {
  const { headline, alsoCount } = answersView(explanation);
  const best = headline[0];
  return element('section', { class: 'side path-all', 'aria-label': title },
    element('h3', {}, title, note === '' ? null : span('quiet', `\u00a0· ${note}`)),
    best === undefined ? element('p', { class: 'side-answer' }, 'No answer in this graph')
      : element('p', { class: 'side-answer' }, ...headline.map((answer) => span('answer-name', entityName(answer, actions), idText(answer.id), badge(answer.score))), alsoCount > 0 ? span('quiet', `and ${alsoCount} more`) : null),
    ...(best === undefined ? [] : chainsOf(explanation, best).map((chain) => chainView(chain, actions))),
    element('p', { class: 'quiet' }, explanation.summary));
}

let lists = 0;

/** A field with suggestions: one of them, or whatever is typed. */
function field(label: string, value: string, placeholder: string, choices: readonly Choice[]): { readonly row: HTMLElement; readonly input: HTMLInputElement } {
  const id = `choices-${++lists}`;
  const input = element('input', { type: 'text', list: id, placeholder, 'aria-label': label, spellcheck: 'false', autocomplete: 'off' });
  input.value = value;
  return { input, row: element('label', { class: 'field' }, span('field-label', label), input, element('datalist', { id }, ...choices.map((choice) => element('option', { value: choice.value, label: choice.label })))) };
}

function form(shown: Shown, actions: Actions): HTMLElement {
  const now = whatIfForm(drawn(shown), shown.whatIf?.forces ?? {});
  const entities = now.entities.map((one) => ({ one, ...field(`“${one.words}” is`, one.value, one.choices[0]?.value ?? 'id', one.choices) }));
  const relations = now.relations.map((one) => ({ one, ...field(`${one.label} follows`, one.value, one.choices[0]?.value ?? 'id', one.choices) }));
  const plan = element('select', { 'aria-label': 'Plan' }, element('option', { value: '' }, 'as the model chooses'), ...Object.entries(PLAN_LABELS).map(([value, label]): Child => element('option', { value }, label)));
  plan.value = now.plan;
  const submit = (): void => {
    const forces = forcesOf({
      entities: entities.map(({ one, input }) => ({ ...one, value: input.value })), relations: relations.map(({ one, input }) => ({ ...one, value: input.value })), plan: readPlan(plan.value),
    });
    if (forces === null) actions.resetWhatIf();
    else actions.whatIf(forces);
  };
  const made = element('form', { class: 'what-if-form' },
    div('fields', ...entities.map(({ row }) => row), ...relations.map(({ row }) => row), element('label', { class: 'field' }, span('field-label', 'the plan is'), plan)),
    element('p', { class: 'quiet' }, 'Pick from the list or type an id of the graph; ^ before a relation follows it backwards. Empty: the model chooses. The file is not touched.'),
    div('foot-actions', actionButton('Try', submit, 'primary')));
  // Enter in a field submits; a form of the panel goes nowhere.
  made.addEventListener('submit', (event) => { event.preventDefault(); });
  made.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || !(event.target instanceof HTMLInputElement)) return;
    event.preventDefault();
    submit();
  });
  return made;
}
