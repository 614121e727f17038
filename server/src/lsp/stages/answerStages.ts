import { percent } from '../mentionHover';
import { escapeMarkdown } from '../markdown';
import { firstRows, table } from './page';
import type { Told } from './told';

const named = ({ id, label }: { readonly id: string; readonly label: string }): string => (id === '' ? label : `${label} (${id})`);

/** What the arms reach, and the minimum. */
export function intersectionStage({ intersection, paths, mentions }: Told): string[] {
  if (intersection === null) return [];
  const names = intersection.paths.map((path) => mentions[paths[path]?.mention ?? -1]?.text ?? '');
  return [
    'The element-wise minimum over the paths (Sen et al. 2021): only what every arm reaches survives.',
    firstRows(['node', ...names, 'minimum'], intersection.rows.map((row) => [named(row), ...row.scores.map(percent), percent(row.minimum)]), intersection.rowCount),
  ];
}

/** The answers with the edges that prove them. */
export function answersStage({ answers, operation, summary }: Told): string[] {
  if (answers.length === 0) return [];
  return [
    escapeMarkdown(summary),
    operation === null ? '' : `Operation: ${operation.name}${operation.attribute === null ? '' : ` by ${escapeMarkdown(operation.attribute.label)}`}, over ${String(operation.inputCount)}.`,
    table(['answer', 'score', 'proof'], answers.map((answer) => [named(answer), percent(answer.score), answer.proofs.map((proof) => proof.map(({ subject, relation, object, held }) => `${subject.label} −${relation.label}${held === undefined ? '' : ` (${held})`}→ ${object.label}`).join(', ')).join(' and ')])),
  ];
}

/** Where the time went. */
export function timingsStage({ millis }: Told): string[] {
  const share = (value: number): string => (millis.total === 0 ? '–' : percent(value / millis.total));
  return [table(['stage', 'ms', 'share'], (['mentions', 'model', 'hops', 'rest', 'total'] as const).map((name) => [name, millis[name].toFixed(2), share(millis[name])]))];
}
