import type { Comparison, EvaluationReport, EvaluationRun } from '../../protocol';
import { groupRows, groupTitle } from '../rowGroups';
import { RULES } from '../rules';
import { bars, calibration } from './charts';
import { html, Markup, percent } from './markup';
import { comparisonSection, rowsSection } from './rows';
import { STYLE } from './style';
import { aboutTable, groupTable, headline } from './tables';

/** Where a page is shown in the editor: what its content security policy lets in. */
export interface PageHost {
  readonly cspSource: string;
  readonly nonce: string;
  /** Address of the page's script, which asks for more rows and follows links into the file. */
  readonly script: string;
}

/** How a page is to be made. */
export interface PageOptions {
  readonly comparison?: Comparison;
  /** Absent: a file that stands alone, without any script. */
  readonly host?: PageHost;
}

/** Rows of a group in a file that stands alone; in the editor the rest is asked for. */
const ROWS_IN_FILE = 2000;
const ROWS_IN_EDITOR = 50;

/** The report as one HTML page: self-contained, without a request to anywhere; in the editor under its content security policy. */
export function reportPage(run: EvaluationRun, { comparison, host }: PageOptions = {}): string {
  const { about, report, rows } = run;
  const shown = { perGroup: host === undefined ? ROWS_IN_FILE : ROWS_IN_EDITOR, more: host !== undefined };
  const groups = groupRows(rows);
  const body = html`<h1>${about.file}</h1>
<p class="lead">${summary(report)}${about.setting === '' ? html`` : html` Setting: ${about.setting}.`}</p>
${host === undefined ? html`` : actions()}
${headline(report)}
${comparison === undefined ? html`` : comparisonSection(comparison, shown.perGroup * 4, shown.more)}
<div class="columns">${causes(report)}${confidence(report)}</div>
<div class="columns">${groupTable('By complexity', report.byComplexity)}${groupTable('By plan', report.byPlan)}${groupTable('By operation', report.byOperation)}</div>
<section><h2>Questions</h2>${groups.map((group) => rowsSection(group.group, group.rows, shown))}</section>
<section><h2>What was measured</h2>${aboutTable(about)}</section>
<section><h2>How it is counted</h2><ul class="rules">${RULES.map((rule) => html`<li>${rule}</li>`)}</ul></section>`;
  const policy = host === undefined ? "default-src 'none'; style-src 'unsafe-inline'" : `default-src 'none'; style-src 'nonce-${host.nonce}'; script-src 'nonce-${host.nonce}'`;
  const page = html`<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${about.file}: evaluation</title>
<style${host === undefined ? html`` : html` nonce="${host.nonce}"`}>${new Markup(STYLE)}</style></head><body>
${body}
${host === undefined ? html`` : html`<script nonce="${host.nonce}" src="${host.script}"></script>`}
</body></html>
`;
  return page.text;
}

/** One sentence for who reads no further. */
function summary({ judged, n, hits1, failed, noAnswer }: EvaluationReport): string {
  if (judged === 0) return `${String(n)} questions were run; the file gives no gold answers to judge them by.`;
  const failures = failed === 0 ? '' : ` ${String(failed)} could not be answered.`;
  return `Of ${String(judged)} questions with gold answers${n > judged ? ` (${String(n)} were run)` : ''} ${percent(hits1)} % have a right answer at the top.${noAnswer.n === 0 ? '' : ` Gold says of ${String(noAnswer.n)} that there is no answer.`}${failures}`;
}

function causes({ byCause, n }: EvaluationReport): Markup {
  if (byCause.length === 0) return html``;
  const misses = byCause.reduce((sum, cause) => sum + cause.n, 0);
  const most = Math.max(...byCause.map((cause) => cause.n));
  return html`<section><h2>Where it goes wrong</h2>${bars(byCause.map((cause) => ({
    name: groupTitle(cause.cause), share: cause.n / most, text: `${String(cause.n)}, ${percent(cause.n / n)} %`, target: `group-${cause.cause}`,
  })), 'Misses by cause')}<p class="note">${misses} ${misses === 1 ? 'miss; it has one cause' : 'misses; each has one cause'}, the first step that went wrong. Shares are of all questions.</p></section>`;
}

function confidence({ confidence: measured }: EvaluationReport): Markup {
  if (measured.n === 0) return html``;
  return html`<section><h2>Is a score of 0.8 right eight times in ten?</h2>${calibration(measured)}<p class="note">Across: score of the top answer; up: how often it is right (bars, with a dot at the mean score); down: how many of ${measured.n} questions. Expected calibration error ${measured.error === null ? '–' : measured.error.toFixed(3)}. On the dashed line score and correctness agree; below it the scores promise too much.</p></section>`;
}

function actions(): Markup {
  const kinds: readonly (readonly [string, string])[] = [['html', 'Save as HTML'], ['csv', 'CSV'], ['json', 'JSON'], ['jsonl', 'Annotations as JSON lines'], ['annotations.csv', 'Annotations as CSV'], ['ttl', 'Annotations as NIF']];
  return html`<div class="bar-actions">${kinds.map(([kind, name]) => html`<button type="button" data-export="${kind}">${name}</button>`)}<button type="button" data-compare="">Compare with an earlier run</button></div>`;
}
