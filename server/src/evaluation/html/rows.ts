import type { Comparison, QuestionRow, RowGroup, RunAbout, ScoredNode } from '../../protocol';
import { groupTitle } from '../rowGroups';
import { html, type Markup } from './markup';

/** How many rows of a group a page holds at once. */
export interface RowsShown {
  readonly perGroup: number;
  /** Whether the rest can be asked for: in the editor. */
  readonly more: boolean;
}

/** A group of rows, folded. */
export function rowsSection(group: RowGroup, rows: readonly QuestionRow[], shown: RowsShown): Markup {
  const rest = rows.length - shown.perGroup;
  const foot = rest <= 0 ? html`` : shown.more
    ? html`<p><button type="button" data-more="${group}" data-offset="${shown.perGroup}">Show more (${rest} left)</button></p>`
    : html`<p class="note">${rest} more are in the CSV and JSON of this report.</p>`;
  return html`<details id="group-${group}" class="group ${group}"><summary>${groupTitle(group)} <span class="count">${rows.length}</span></summary><table class="rows"><thead><tr><th>Question</th><th>Expected</th><th>Answer</th><th>Why</th></tr></thead><tbody>${rows.slice(0, shown.perGroup).map((row) => questionRow(row, shown.more))}</tbody></table>${foot}</details>`;
}

/** One question; in the editor (`linked`) its text leads to its place in the file. */
export function questionRow(row: QuestionRow, linked: boolean): Markup {
  const gold = row.gold.length === 0 ? html`` : html`<span class="gold">${row.gold.map(({ id, label }) => (label === '' || label === id ? id : `${label} (${id})`)).join(', ')}</span>`;
  return html`<tr><td>${questionText(row, linked)}${gold}</td><td>${expected(row.goldAnswers)}</td><td>${answered(row)}</td><td>${row.message}</td></tr>`;
}

/** Two runs side by side, what changed: fixed, broken, changed. */
export function comparisonSection({ before, after, counts, n, added, removed, hits1, f1, chance, rows }: Comparison, most: number, linked: boolean): Markup {
  const list = (change: 'fixed' | 'broken' | 'changed'): Markup => {
    const members = rows.filter((row) => row.change === change);
    if (members.length === 0) return html``;
    return html`<details class="group ${change}" id="change-${change}"${change === 'changed' ? html`` : html` open`}><summary>${change} <span class="count">${members.length}</span></summary><table class="rows"><thead><tr><th>Question</th><th>Expected</th><th>Before</th><th>Now</th></tr></thead><tbody>${members.slice(0, most).map((row) => html`<tr><td>${questionText(row.after, linked)}</td><td>${expected(row.after.goldAnswers)}</td><td>${answered(row.before)}${cause(row.before)}</td><td>${answered(row.after)}${cause(row.after)}</td></tr>`)}</tbody></table>${members.length > most ? html`<p class="note">${members.length - most} more are in the JSON of this comparison.</p>` : html``}</details>`;
  };
  const points = (from: number, to: number): string => `${(100 * from).toFixed(1)} → ${(100 * to).toFixed(1)} (${to >= from ? '+' : '−'}${Math.abs(100 * (to - from)).toFixed(1)})`;
  return html`<section class="comparison"><h2>Compared with ${before.date.slice(0, 16).replace('T', ' ')}</h2><p>${whatChanged(before, after)}. ${n} questions are in both${added + removed === 0 ? '' : `; ${String(added)} are new, ${String(removed)} gone`}.</p>
<table class="numbers"><tbody><tr><th>Hits@1</th><td>${points(hits1.before, hits1.after)}</td></tr><tr><th>F1</th><td>${points(f1.before, f1.after)}</td></tr><tr><th>fixed / broken / changed / same</th><td>${counts.fixed} / ${counts.broken} / ${counts.changed} / ${counts.same}</td></tr><tr><th>by chance (sign test)</th><td>${chance < 0.001 ? '< 0.001' : chance.toFixed(3)}</td></tr></tbody></table>${list('broken')}${list('fixed')}${list('changed')}</section>`;
}

/** What was run before and what is run now, said once where it is the same. */
function whatChanged(before: RunAbout, after: RunAbout): string {
  const model = ({ model, commit }: RunAbout): string => `${model}${commit === '' ? '' : `, commit ${commit}`}`;
  const setting = (about: RunAbout): string => (about.setting === '' ? 'nothing set' : about.setting);
  const both = (of: (about: RunAbout) => string): string => (of(before) === of(after) ? of(after) : `${of(before)} → ${of(after)}`);
  return [both(model), ...(before.setting === '' && after.setting === '' ? [] : [both(setting)])].join('; ');
}

function questionText({ index, text }: QuestionRow, linked: boolean): Markup {
  return linked ? html`<a class="question" href="#" data-index="${index}">${text}</a>` : html`${text}`;
}

function cause(row: QuestionRow): Markup {
  return row.cause === null ? html`` : html`<span class="gold">${groupTitle(row.cause)}</span>`;
}

function expected(gold: readonly string[] | null): string {
  if (gold === null) return '–';
  if (gold.length === 0) return 'no answer';
  return gold.length > 4 ? `${gold.slice(0, 4).join(', ')} and ${String(gold.length - 4)} more` : gold.join(', ');
}

function answered({ answers, answerCount, verdict }: QuestionRow): Markup {
  const [top] = answers;
  if (top === undefined) return html`<i>${verdict === 'failed' ? 'failed' : 'none given'}</i>`;
  return html`${named(top)} <span class="score">${top.score.toFixed(2)}</span>${answerCount > 1 ? ` and ${String(answerCount - 1)} more` : ''}`;
}

const named = ({ id, label }: ScoredNode): string => (id === '' || id === label ? label : `${label} (${id})`);
