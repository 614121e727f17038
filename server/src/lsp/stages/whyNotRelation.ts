import type { RelationProbe } from '../../protocol';
import { percent, raw } from '../mentionHover';
import { escapeMarkdown } from '../markdown';
import { stepText, table } from './page';
import type { Told } from './told';

/** Where a relation fell out of the running: whether it exists on the frontier of each hop of each plan, and how it did there, in both directions. */
export function whyNotRelation(told: Told, probes: readonly RelationProbe[]): string[] {
  return [
    `**${escapeMarkdown(verdict(told, probes))}**`,
    '*Asked*: what the words say of the relation at this place (raw), and its rank among all relations of the graph. *Probability*: its share among the paths that exist there; none where nothing on the frontier has it.',
    ...probes.flatMap((probe) => [
      `## ${escapeMarkdown(stepText(probe))}${probe.inverse ? ': followed backwards' : ''}`,
      probe.hops.length === 0 ? 'No path exists that it could be part of.' : table(
        ['plan', 'hop', 'asked', 'rank asked', 'paths with it', 'probability', 'rank', 'of', 'the first there', 'its probability', 'its asked'],
        probe.hops.map(({ plan, hop, asked, askedRank, programs, score, rank, of, winner }) => [plan, hop, raw(asked), askedRank, programs, programs === 0 ? '–' : percent(score), rank === 0 ? '–' : rank, of, stepText(winner), percent(winner.score), raw(winner.asked)]),
      ),
    ]),
  ];
}

function verdict({ plan, paths, mentions }: Told, probes: readonly RelationProbe[]): string {
  const [first] = probes;
  const who = first === undefined ? 'It' : `${first.label} (${first.id})`;
  for (const path of paths) {
    const hop = path.hops.findIndex(({ relations: [top] }) => top?.id === first?.id);
    if (hop >= 0) return `${who} was followed: hop ${String(hop + 1)} from “${mentions[path.mention]?.text ?? ''}”.`;
  }
  const here = probes.flatMap((probe) => probe.hops.filter((standing) => standing.plan === plan?.name).map((standing) => ({ probe, standing })));
  const best = here.filter(({ standing }) => standing.programs > 0).sort((a, b) => b.standing.score - a.standing.score)[0];
  if (plan === null) return `${who} was followed nowhere: nothing leads on from the entities of the question.`;
  if (best === undefined) return `${who} does not exist on any frontier of the chosen plan (${plan.name}): none of the entities there has it.`;
  return `${who}${best.probe.inverse ? ' backwards' : ''} is there at hop ${String(best.standing.hop)} of the chosen plan (${plan.name}), number ${String(best.standing.rank)} of ${String(best.standing.of)} with ${percent(best.standing.score)}; ${stepText(best.standing.winner)} won with ${percent(best.standing.winner.score)}.`;
}
