import type { EntityProbe, Standing } from '../../protocol';
import { percent, raw } from '../mentionHover';
import { escapeMarkdown } from '../markdown';
import { table } from './page';
import type { Told } from './told';

const PLANS = { 'one-hop': 'one hop', 'two-hop': 'two hops', 'three-hop': 'three hops', intersection: 'the intersection' } as const;

/** Where an entity fell out of the running: as the one that the words mean, and as an answer; stage by stage, with the numbers. */
export function whyNotEntity(told: Told, probe: EntityProbe): string[] {
  const { mentions } = told;
  return [
    `**${escapeMarkdown(verdict(told, probe))}**`,
    '## 1. Its names in the lexicon',
    probe.names.length === 0 ? 'It has no name.' : table(['name', 'in the question', 'bearers', 'its place', 'what became of it'], probe.names.map(({ name, span, bearers, place, why }) => [name, span === null ? 'no' : `“${told.question.slice(span.start, span.end)}”`, bearers, place === 0 ? '–' : place, why])),
    '## 2. As a candidate of a span',
    probe.candidacies.length === 0 ? `It is no candidate of any span${mentions.length === 0 ? ': the question has none' : ''}.` : probe.candidacies.map(({ mention, of, own, winner }) => beside(mentions[mention]?.text ?? '', of, own, winner)).join('\n\n'),
    '## 3. On the frontier',
    reachedText(probe),
    '## 4. Through the minimum',
    meetingText(told, probe),
    '## 5. Among the answers',
    answerText(told, probe),
  ];
}

function verdict(told: Told, probe: EntityProbe): string {
  const who = `${probe.label} (${probe.id})`;
  const leads = probe.candidacies.find(({ mention, own }) => own.rank === 1 && told.paths.some((path) => path.mention === mention));
  if (leads !== undefined) return `${who} is what “${told.mentions[leads.mention]?.text ?? ''}” was taken for: the path starts there.`;
  if (probe.answer?.shown === true) return `${who} is among the answers: number ${String(probe.answer.rank)}.`;
  const near = [...probe.candidacies].sort((a, b) => a.own.rank - b.own.rank)[0];
  if (near !== undefined && near.own.rank > 1) return `${who} fell out as a candidate of “${told.mentions[near.mention]?.text ?? ''}”: number ${String(near.own.rank)} of ${String(near.of)}, behind ${near.winner.label} (${near.winner.id}).`;
  if (near !== undefined) return `${who} won “${told.mentions[near.mention]?.text ?? ''}”, and no path starts there.`;
  if (probe.answer !== null) return `${who} was reached and came in number ${String(probe.answer.rank)} of ${String(probe.answer.of)}, too far behind to be shown.`;
  const [name] = probe.names;
  if (name !== undefined && (name.fate === 'cut' || name.fate === 'filtered' || name.fate === 'span dropped')) return `${who} fell out in the lexicon: of “${name.name}”, ${name.why}.`;
  return `${who} is named nowhere in the question, and no path that was followed leads to it.`;
}

function beside(span: string, of: number, own: Standing, winner: Standing): string {
  const row = ({ label, id, rank, score, parts }: Standing): readonly (string | number)[] => [`${label} (${id})`, rank, percent(score), ...[parts.name, parts.fit, parts.relation, parts.prior].map(raw)];
  const parts = ['name', 'fit', 'relation', 'prior'] as const;
  const rows = own.rank === 1 ? [row(own)] : [row(winner), row(own), ['difference', '', '', ...parts.map((part) => raw(winner.parts[part] - own.parts[part]))]];
  return `Of “${escapeMarkdown(span)}” it is number ${String(own.rank)} of ${String(of)}:\n\n${table(['entity', 'rank', 'score', 'name', 'fits', 'asked', 'prior'], rows)}`;
}

function reachedText({ reached }: EntityProbe): string {
  const rows = reached.filter(({ hops }) => hops.some((score) => score > 0));
  if (rows.length === 0) return 'None of the likeliest 40 paths of any plan passes through it.';
  return `Probability, within each plan, of the paths (of the likeliest 40) that stand on it after each hop:\n\n${table(['plan', 'hop 1', 'hop 2', 'hop 3'], rows.map(({ plan, hops }) => [PLANS[plan], ...[0, 1, 2].map((hop) => { const score = hops[hop]; return score === undefined ? '–' : percent(score); })]))}`;
}

function meetingText({ mentions, paths, intersection }: Told, { meeting }: EntityProbe): string {
  if (meeting.length === 0) return 'No span reaches it in one hop.';
  const arms = intersection === null ? [] : intersection.paths.flatMap((path) => paths[path]?.mention ?? []);
  const score = (mention: number): number => meeting.find((one) => one.mention === mention)?.score ?? 0;
  const minimum = arms.length < 2 ? 'No paths were intersected.' : `Over the paths that were intersected its minimum is ${percent(Math.min(...arms.map(score)))}${Math.min(...arms.map(score)) === 0 ? ': one of them does not reach it' : ''}.`;
  return `What each span's path gives it in one hop:\n\n${table(['span', 'y', 'intersected'], meeting.map(({ mention, score: y }) => [mentions[mention]?.text ?? '', percent(y), arms.includes(mention) ? 'yes' : '']))}\n\n${minimum}`;
}

function answerText({ answers, plan }: Told, { answer }: EntityProbe): string {
  const [first] = answers;
  if (answer === null) return 'It was not reached by anything that was read out.';
  const top = first === undefined ? `Nothing was answered (${plan === null ? 'nothing leads on' : `${percent(plan.none)} sure that the graph lacks the answer`})` : `The first is ${escapeMarkdown(first.label)} with ${percent(first.score)}`;
  return `Number ${String(answer.rank)} of ${String(answer.of)} reached, with ${percent(answer.score)}${answer.shown ? ': it is shown' : ': answers below half of the first are not shown'}. ${top}.`;
}
