import { MarkupKind, type Hover } from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { entityCard } from '../answering/entityCard';
import type { ShownMention } from '../documents/questionEntry';
import type { Candidate } from '../protocol';
import type { Feature, Services } from './feature';
import { cell, escapeMarkdown } from './markdown';
import { mentionAt, rangeOf } from './positions';

const RUNNERS_UP = 4;
const BARE_ID = /\b[QP][1-9]\d*\b/g;

/** Hover over a span: who it is, how sure and of what that is made, and the runners-up with the same parts. Over a bare id: its name. */
export const hover: Feature = {
  capabilities: { hoverProvider: true },
  register(services) {
    services.connection.onHover(({ textDocument: { uri }, position }): Hover | null => {
      const document = services.documents.get(uri);
      const source = services.text(uri);
      if (source === undefined) return null;
      const bare = hoverOverId(services, source, source.offsetAt(position));
      if (bare !== null) return bare;
      const found = document === undefined ? undefined : mentionAt(document, source, position);
      if (found === undefined) return null;
      const value = `${mentionMarkdown(found.shown)}\n\n${links(uri, found.index, found.shown, services)}`;
      return { contents: { kind: MarkupKind.Markdown, value }, range: rangeOf(source, found.shown.range) };
    });
  },
};

/** The text of a mention's hover, most important first. */
export function mentionMarkdown({ mention, best, score }: ShownMention): string {
  const head = `**${escapeMarkdown(best.label)}** \`${best.id}\`${best.types.length === 0 ? '' : ` · ${escapeMarkdown(best.types.slice(0, 3).join(', '))}`}`;
  const description = best.description === '' ? '' : `\n\n${escapeMarkdown(best.description)}`;
  const sure = `\n\n${percent(score)} sure — span ${percent(mention.score)}, entity ${percent(best.score)}: ${partsText(best)}`;
  const others = mention.candidates.slice(1, 1 + RUNNERS_UP);
  const rows = [best, ...others].map((one) => `| ${cell(one.label, 32)} \`${one.id}\` | ${cell(one.description)} | ${percent(one.score)} | ${parts(one).join(' | ')} |`);
  const table = others.length === 0 ? '\n\nNo other entity of the graph bears this name.' : `\n\n| candidate | | score | name | fits | has what is asked | prior |\n|---|---|--:|--:|--:|--:|--:|\n${rows.join('\n')}`;
  const more = mention.candidateCount > 1 + others.length ? `\n\n${mention.candidateCount - 1 - others.length} more candidates` : '';
  return head + description + sure + table + more;
}

const percent = (score: number): string => `${String(Math.round(score * 100))}%`;
const parts = ({ parts: { name, fit, relation, prior } }: Candidate): string[] => [name, fit, relation, prior].map((value) => (value <= -30 ? '–' : value.toFixed(1)));

function partsText(candidate: Candidate): string {
  const [name, fit, relation, prior] = parts(candidate);
  const matched = candidate.match === 'pinned' ? 'pinned in the text' : `${candidate.match} “${escapeMarkdown(candidate.name)}”`;
  return `${matched}; name ${name ?? ''}, fits ${fit ?? ''}, has what is asked ${relation ?? ''}, prior ${prior ?? ''}`;
}

/** Links as data: the client trusts only the commands that it lists (no arbitrary command from a server). */
function links(uri: string, index: number, { best, range }: ShownMention, services: Services): string {
  const page = services.graph()?.graph.provenance.pageUrl.replace('{id}', best.id) ?? '';
  const command = (title: string, name: string, ...args: unknown[]): string => `[${title}](command:${name}?${encodeURIComponent(JSON.stringify(args))})`;
  return [
    ...(page === '' ? [] : [`[Open page](${page})`]),
    command('Answer question', 'hoplens.answerQuestion', uri, index),
    command('Show in panel', 'hoplens.showInPanel', uri, index),
    command('Choose another', 'hoplens.chooseEntity', uri, index, range.start),
  ].join(' · ');
}

/** Names a bare `Q…` or `P…` at an offset, in any document that is synchronised. */
function hoverOverId(services: Services, source: TextDocument, offset: number): Hover | null {
  const loaded = services.graph();
  if (loaded === undefined) return null;
  const { line } = source.positionAt(offset);
  const start = source.offsetAt({ line, character: 0 });
  const text = source.getText({ start: { line, character: 0 }, end: { line: line + 1, character: 0 } });
  for (const match of text.matchAll(BARE_ID)) {
    const from = start + match.index;
    const to = from + match[0].length;
    if (offset < from || offset > to) continue;
    const card = entityCard(loaded.graph, loaded.groups, match[0]);
    if (card === null) return null;
    const also = card.aliases.length === 0 ? '' : `\n\nalso ${card.aliases.slice(0, 6).map(escapeMarkdown).join(', ')}`;
    const facts = card.facts.slice(0, 5).map((fact) => `- ${fact.relation.inverse ? '← ' : ''}${escapeMarkdown(fact.relation.label)}: ${fact.values.slice(0, 3).map((value) => escapeMarkdown(value.label)).join(', ')}${fact.count > 3 ? ` and ${String(fact.count - 3)} more` : ''}`);
    const value = `**${escapeMarkdown(card.label)}** \`${card.id}\` · ${escapeMarkdown(card.types.slice(0, 3).join(', '))}\n\n${escapeMarkdown(card.description)}${also}\n\n${facts.join('\n')}${card.url === '' ? '' : `\n\n[Open page](${card.url})`}`;
    return { contents: { kind: MarkupKind.Markdown, value }, range: rangeOf(source, { start: from, end: to }) };
  }
  return null;
}
