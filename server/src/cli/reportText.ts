import { groupTitle } from '../evaluation/rowGroups';
import type { Comparison, EvaluationRun, GroupMeasures } from '../protocol';

/** A report for a terminal. */
export function reportText({ about, report }: EvaluationRun): string {
  const { goldEntity, noAnswer, confidence } = report;
  const groups: readonly (readonly [string, readonly GroupMeasures[]])[] = [['complexity', report.byComplexity], ['plan', report.byPlan], ['operation', report.byOperation]];
  return [
    `${about.file}: ${String(report.n)} questions, ${String(report.judged)} with gold answers${report.failed === 0 ? '' : `, ${String(report.failed)} could not be answered`}`,
    `${about.model}; ${about.graph}`, ...(about.setting === '' ? [] : [about.setting]), '',
    line('Hits@1', report.hits1, `strict ${percent(report.hits1Strict)}`), line('F1', report.f1), line('mention recall', report.mentionRecall), line('entity accuracy', report.entityAccuracy),
    ...(report.relationAccuracy === null ? [] : [line('relation accuracy', report.relationAccuracy)]),
    ...(goldEntity.hits1 === null ? [] : [line('gold entity given', goldEntity.hits1, `without ${percent(goldEntity.own)}, gap ${percent(goldEntity.gap)}`)]),
    ...(noAnswer.n === 0 ? [] : [line('no answer: recall', noAnswer.recall, `precision ${percent(noAnswer.precision)}, ${String(noAnswer.n)} questions`)]),
    ...(report.hard.n === 0 ? [] : [line('hard: Hits@1', report.hard.hits1, `control ${percent(report.control.hard)}, ${String(report.hard.n)} questions`)]),
    `${'calibration error'.padEnd(22)}${confidence.error === null ? '–' : confidence.error.toFixed(3).padStart(6)}`,
    `${'milliseconds'.padEnd(22)}${String(report.millis.p50).padStart(6)}  99th percentile ${String(report.millis.p99)}`,
    ...groups.flatMap(([name, members]) => (members.length < 2 ? [] : ['', `by ${name}`, ...members.map((group) => line(`  ${group.name}`, group.hits1, `F1 ${percent(group.f1)}, ${String(group.n)} questions`))])),
    ...(report.byCause.length === 0 ? [] : ['', 'causes', ...report.byCause.map(({ cause, n }) => `  ${groupTitle(cause).padEnd(26)}${String(n).padStart(6)}`)]),
    '',
  ].join('\n');
}

/** Two runs side by side, for a terminal. */
export function comparisonText({ before, n, counts, hits1, f1, chance, rows }: Comparison): string {
  const list = (change: 'broken' | 'fixed'): string[] => rows.filter((row) => row.change === change).slice(0, 20).map((row) => `  ${change.padEnd(7)}${row.after.text}: ${top(row.before.answers[0]?.label)} → ${top(row.after.answers[0]?.label)}`);
  return ['', `compared with ${before.date.slice(0, 16)} (${before.model}), ${String(n)} questions in both`,
    `  Hits@1 ${percent(hits1.before)} → ${percent(hits1.after)}, F1 ${percent(f1.before)} → ${percent(f1.after)}`,
    `  fixed ${String(counts.fixed)}, broken ${String(counts.broken)}, changed ${String(counts.changed)}, same ${String(counts.same)}; by chance ${chance.toFixed(3)} (sign test)`, ...list('broken'), ...list('fixed'), ''].join('\n');
}

const top = (label: string | undefined): string => label ?? 'none';
const percent = (value: number | null): string => (value === null ? '–' : (100 * value).toFixed(1));

function line(name: string, value: number | null, note = ''): string {
  return `${name.padEnd(22)}${percent(value).padStart(6)}${note === '' ? '' : `  ${note}`}`;
}
