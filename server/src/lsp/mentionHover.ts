import type { ShownMention } from '../documents/questionEntry';
import type { Candidate } from '../protocol';
import { cell, escapeMarkdown, linkTarget } from './markdown';

const RUNNERS_UP = 4;
/** The part "has what is asked" of an entity that has nothing of it. */
const NOTHING = -30;
const MATCHES: Readonly<Record<Candidate['match'], string>> = {
  pinned: 'pinned in the text', label: 'by its label', alias: 'by an alias', variant: 'by a variant of its name', typo: 'by its name with a typing error',
  partial: 'by a part of its name', overlap: 'by words of its name',
};

/**
 * What a hover over a span says, most important first: label, id, type and description; how sure, and of what that is made; the runners-up with the same parts,
 * so that a glance says why the winner won. All text of the graph is escaped.
 *
 * @param page address of the entity's page; empty where there is none
 * @param said what corrections say of these words
 */
export function mentionMarkdown({ mention, best, score, pinned }: ShownMention, page: string, said: readonly string[] = []): string {
  const kinds = best.types.slice(0, 3).map(escapeMarkdown).join(', ');
  const others = mention.candidates.slice(1, 1 + RUNNERS_UP);
  const unseen = mention.candidateCount - 1 - others.length;
  return [
    `**${escapeMarkdown(best.label)}** \`${best.id}\`${kinds === '' ? '' : ` · ${kinds}`}`,
    escapeMarkdown(best.description),
    ...said.map(correctionMarkdown),
    `**${escapeMarkdown(percent(score))} sure**: span ${escapeMarkdown(percent(mention.score))}, entity ${escapeMarkdown(percent(best.score))}; found ${best.match === 'pinned' && !pinned ? 'by a correction' : MATCHES[best.match]}${best.name === '' || best.name === best.label ? '' : ` “${escapeMarkdown(best.name)}”`}. Name ${parts(best)}.`,
    others.length === 0 ? best.match === 'pinned' ? '' : 'No other entity of the graph bears this name.' : table([best, ...others]),
    unseen > 0 ? `${String(unseen)} more ${unseen === 1 ? 'candidate' : 'candidates'}` : '',
    page === '' ? '' : `[Open page](${linkTarget(page)})`,
  ].filter((part) => part !== '').join('\n\n');
}

/** What a correction says, as a line of a hover. */
export function correctionMarkdown(text: string): string {
  return `✎ ${escapeMarkdown(text)}`;
}

/** A probability: never "100%" or "0%" for what is neither: a rounded certainty misleads. */
export function percent(score: number): string {
  if (score < 1 && score >= 0.995) return '>99%';
  if (score > 0 && score < 0.005) return '<1%';
  return `${String(Math.round(score * 100))}%`;
}

/** A raw part of a score; a dash for a relation that the entity has none of. */
export const raw = (value: number): string => (value <= NOTHING ? '–' : value.toFixed(1).replace('-', '−'));

function parts({ parts: { name, fit, relation, prior } }: Candidate): string {
  return `${raw(name)}, fits the question ${raw(fit)}, has what is asked ${raw(relation)}, prior ${raw(prior)}`;
}

function table(candidates: readonly Candidate[]): string {
  const rows = candidates.map(({ label, id, description, score, parts: { name, fit, relation, prior } }) =>
    `| ${cell(label, 32)} \`${id}\` | ${cell(description)} | ${escapeMarkdown(percent(score))} | ${[name, fit, relation, prior].map(raw).join(' | ')} |`);
  return `| candidate | | score | name | fits | asked | prior |\n|:--|:--|--:|--:|--:|--:|--:|\n${rows.join('\n')}`;
}
