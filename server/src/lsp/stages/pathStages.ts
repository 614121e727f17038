import type { PlanName } from '../../protocol';
import { percent, raw } from '../mentionHover';
import { escapeMarkdown } from '../markdown';
import { pathText, stepText, table } from './page';
import type { Told } from './told';

const NAMES: Readonly<Record<PlanName, string>> = { 'one-hop': 'One hop', 'two-hop': 'Two hops', 'three-hop': 'Three hops', intersection: 'Intersection' };

/** The plans with their probabilities, the hops of the leading paths, and the best programs of each plan. */
export function hopsStage({ plan, paths, mentions, trace: { programs, planText, fit, regret } }: Told): string[] {
  if (mentions.length === 0 || programs.every(({ count }) => count === 0)) return [];
  const plans = table(['plan', 'words (logit)', 'best path (raw)', 'sure', 'probability'], [
    ...programs.map(({ name }, k) => [NAMES[name], raw(planText[k] ?? 0), fit[k]?.best === null || fit[k] === undefined ? '–' : fit[k].best.toFixed(1), percent(fit[k]?.sure ?? 0), plan === null ? '–' : percent(plan.scores[name])]),
    ['No answer', '', '', '', plan === null ? '–' : percent(plan.none)],
  ]);
  return [
    `What the words say of each plan, how well each fits the graph, and what was made of both. Regret ${raw(regret)}: how much better the asked relation would score if the leading entity had it.`,
    plans,
    ...paths.flatMap(({ mention, hops }) => hops.map(({ relations, relationCount, entityCount, truncated }, hop) => [
      `## ${escapeMarkdown(mentions[mention]?.text ?? '')}, hop ${String(hop + 1)}`,
      `${String(relationCount)} relations exist here; ${truncated ? 'more than ' : ''}${String(entityCount)} nodes are reached.`,
      table(['relation', 'probability'], relations.map((one) => [stepText(one), percent(one.score)])),
    ].join('\n\n'))),
    ...programs.filter(({ count }) => count > 0).map(({ name, count, truncated, best }) => [
      `## ${NAMES[name]}: ${String(count)} paths exist${truncated ? ' (the list was cut)' : ''}`,
      name === 'intersection' ? 'Probability within the span: what each arm gives before the minimum.' : '',
      table(['span', 'from', 'path', 'probability'], best.map(({ mention, id, label, relations, score }) => [mentions[mention]?.text ?? '', `${label} (${id})`, pathText(relations), percent(score)])),
    ].filter((part) => part !== '').join('\n\n')),
  ];
}

/** The paths that were followed, with what each hop reached. */
export function followStage({ trace: { followed } }: Told): string[] {
  if (followed.length === 0) return [];
  return [
    'Every path that was followed to the end, in the order in which it was: each frontier is exact, touching its own edges only (Cohen et al. 2020).',
    table(['from', 'path', 'reached after each hop', 'cut'], followed.map(({ id, label, relations, reached, truncated }) => [`${label} (${id})`, pathText(relations), reached.join(', '), truncated ? 'yes' : ''])),
  ];
}
