import type { EvaluationReport, GroupMeasures, RunAbout } from '../../protocol';
import { html, percent, type Markup } from './markup';

/** What the numbers were made of and on. */
export function aboutTable(about: RunAbout): Markup {
  const rows: readonly (readonly [string, string])[] = [
    ['Data', `${about.file}${about.format === '' ? '' : ` (${about.format})`}`], ['Split', about.split === '' ? 'not said by the file' : about.split], ['Model', about.model], ['Graph', about.graph],
    ['Setting', about.setting], ['HopLens', [about.version, about.commit === '' ? '' : `commit ${about.commit}`].filter((part) => part !== '').join(', ')],
    ['Machine', `${about.machine}, Node ${about.node}`], ['Date', about.date.slice(0, 16).replace('T', ' ')],
  ];
  return html`<dl class="about">${rows.filter(([, value]) => value !== '').map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>`;
}

/** The numbers that are asked for first. */
export function headline(report: EvaluationReport): Markup {
  const { goldEntity, noAnswer } = report;
  // What the file cannot be measured by has no tile.
  const tiles: readonly (readonly [string, string, string])[] = [
    ['Hits@1', percent(report.hits1), `strict ${percent(report.hits1Strict)}`], ['F1', percent(report.f1), `${String(report.judged)} questions judged`],
    ['Entities', percent(report.entityAccuracy), `mention recall ${percent(report.mentionRecall)}`],
    ['Gold entity given', percent(goldEntity.hits1), goldEntity.gap === null ? 'not run' : `without ${percent(goldEntity.own)}, gap ${percent(goldEntity.gap)}`],
    ...(report.relationAccuracy === null ? [] : [['Relation', percent(report.relationAccuracy), 'first relation of the gold fact'] as const]),
    ...(noAnswer.n === 0 ? [] : [['No answer', percent(noAnswer.recall), `precision ${percent(noAnswer.precision)}, ${String(noAnswer.n)} have none`] as const]),
    ...(report.hard.n === 0 ? [] : [['Hard', percent(report.hard.hits1), `control ${percent(report.control.hard)}, ${String(report.hard.n)} questions`] as const]),
    ['Time', `${String(report.millis.p50)} ms`, `99 of 100 within ${String(report.millis.p99)} ms`],
  ];
  return html`<div class="tiles">${tiles.map(([name, value, note]) => html`<div class="tile"><span class="name">${name}</span><b>${value}</b><span class="note">${note}</span></div>`)}</div>`;
}

/** Measures by group, a row each. */
export function groupTable(title: string, groups: readonly GroupMeasures[]): Markup {
  // One group says nothing that the whole does not.
  if (groups.length < 2) return html``;
  return html`<section><h2>${title}</h2><table class="numbers"><thead><tr><th></th><th>n</th><th>Hits@1</th><th>strict</th><th>F1</th><th>gold entity</th></tr></thead><tbody>${groups.map((group) => html`<tr><th>${group.name}</th><td>${group.n}</td><td>${percent(group.hits1)}<meter min="0" max="1" value="${group.hits1}"></meter></td><td>${percent(group.hits1Strict)}</td><td>${percent(group.f1)}</td><td>${percent(group.goldEntity)}</td></tr>`)}</tbody></table></section>`;
}
