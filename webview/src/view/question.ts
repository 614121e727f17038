import type { Explanation } from '../../../server/src/protocol';
import { div, element, sign, span, spoken, withProperty } from '../dom';
import { filled, score } from '../model/numbers';
import { questionView, wordGroups, type ChipView, type QuestionView } from '../model/question';
import type { Actions } from './actions';
import { pathClass, section } from './pieces';

/** The question: its words with the attention of each hop under them, and its spans as chips. */
export function questionPart(explanation: Explanation, actions: Actions): HTMLElement {
  const view = questionView(explanation);
  return section('question', 'Question', view.rows.length === 0 ? '' : 'the stronger the shade, the closer it was read', wordsView(view, actions), chipsView(view.chips, actions));
}

function wordsView(view: QuestionView, actions: Actions): HTMLElement {
  const words = view.words.map((word, index) => {
    const button = element('button', { type: 'button', class: `word ${word.path === null ? '' : `on-path ${pathClass(word.path)}`}`, 'data-word': String(index), 'data-things': word.things.join(' '), title: tip(view, index) },
      span('word-text', word.text),
      ...view.rows.map((row, k) => withProperty(sign(`shade ${pathClass(row.path)}`, ''), '--filled', filled(word.shades[k] ?? 0))));
    button.addEventListener('click', () => { actions.reveal(word.span); });
    return button;
  });
  const groups = wordGroups(view.words).map((indices) => span('word-group', ...words.filter((_, k) => indices.includes(k))));
  const labels = div('row-labels', sign('word-text', '\u00a0'), ...view.rows.map((row) => sign(`row-label ${pathClass(row.path)}`, row.label)));
  return div('words', view.rows.length === 0 ? null : labels, ...groups);
}

function tip(view: QuestionView, index: number): string {
  const word = view.words[index];
  if (word === undefined) return '';
  return [word.text, ...view.rows.map((row, k) => `${row.label}: attention ${score(word.weights[k] ?? 0)}`)].join('\n');
}

function chipsView(chips: readonly ChipView[], actions: Actions): HTMLElement | null {
  if (chips.length === 0) return element('p', { class: 'quiet' }, 'No words of this question name an entity of the graph.');
  return element('ul', { class: 'chips', role: 'list', 'aria-label': 'Spans that may name an entity' }, ...chips.map((chip) => {
    const button = element('button', { type: 'button', class: `chip ${chip.path === null ? 'unused' : pathClass(chip.path)}`, 'data-things': chip.things.join(' '), title: `“${chip.text}” → ${chip.label} (${chip.id}); the path starts here: ${score(chip.score)}. Shows it in the editor.` },
      chip.path === null ? null : sign('dot', ''), chip.text, ' ', span('id', chip.id === '' ? 'no entity' : chip.id), spoken(`${chip.label}, score`), ' ', span('number', score(chip.score)));
    button.addEventListener('click', () => { actions.reveal(chip.span); });
    return element('li', {}, button);
  }));
}
