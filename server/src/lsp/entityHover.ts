import type { EntityCard } from '../protocol';
import { escapeMarkdown, linkTarget } from './markdown';

const ALIASES = 6;
const FACTS = 5;
const VALUES = 3;

/** What a hover over a bare id says: label, id, types, description, aliases, a few facts, and the page. All text of the graph is escaped. */
export function entityMarkdown({ id, label, types, description, aliases, facts, url }: EntityCard): string {
  const kinds = types.slice(0, 3).map(escapeMarkdown).join(', ');
  const shown = facts.slice(0, FACTS).map(({ relation, values, count }) => {
    const names = values.slice(0, VALUES).map((value) => escapeMarkdown(value.label)).join(', ');
    return `- ${relation.inverse ? '← ' : ''}${escapeMarkdown(relation.label)}: ${names}${count > VALUES ? ` and ${String(count - VALUES)} more` : ''}`;
  });
  return [
    `**${escapeMarkdown(label)}** \`${id}\`${kinds === '' ? '' : ` · ${kinds}`}`,
    escapeMarkdown(description),
    aliases.length === 0 ? '' : `also ${aliases.slice(0, ALIASES).map(escapeMarkdown).join(', ')}`,
    shown.join('\n'),
    url === '' ? '' : `[Open page](${linkTarget(url)})`,
  ].filter((part) => part !== '').join('\n\n');
}
