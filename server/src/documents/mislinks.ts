import type { KnowledgeGraph } from '../graph/knowledgeGraph';
import { rangeInDocument } from '../formats/format';
import type { Candidate, GoldEntity, Mention, Span } from '../protocol';
import { scoreText, type QuestionEntry } from './questionEntry';

/** What is asked of the graph here. */
export type KnownEntities = Pick<KnowledgeGraph, 'nodeOf' | 'labelOf'>;

/** A mention that was resolved to another entity than the file's gold one. */
export interface Mislink {
  readonly range: Span;
  readonly gold: GoldEntity;
  readonly goldLabel: string;
  /** Rank of the gold entity among the candidates, from 1; 0 when it is not one of them. */
  readonly rank: number;
  readonly goldScore: number;
  readonly winner: Candidate | undefined;
  /** Why it is not a candidate, where it is none. */
  readonly reason: 'ranked' | 'not a candidate' | 'no mention' | 'not in the graph';
}

/** Compares what was resolved with the gold entities that the file carries; nothing where it carries none or nothing is linked yet. */
export function mislinksOf(entry: QuestionEntry, graph: KnownEntities): Mislink[] {
  const { linked, question } = entry;
  if (linked === undefined) return [];
  return question.gold.flatMap((gold) => mislinkOf(entry, gold, linked.mentions, graph));
}

/** Whether a candidate is the gold entity: by id, or by title where the file names its entities by titles that are no ids of this graph (MetaQA). */
function isGold(candidate: Candidate, gold: GoldEntity, byTitle: boolean): boolean {
  if (!byTitle) return candidate.id === gold.id;
  const title = gold.label.toLowerCase();
  return candidate.label.toLowerCase() === title || candidate.name.toLowerCase() === title;
}

function mislinkOf(entry: QuestionEntry, gold: GoldEntity, mentions: readonly Mention[], graph: KnownEntities): Mislink[] {
  const place = (span: Span): Span => rangeInDocument(entry.question.offsets, span);
  const whole = gold.span === null ? entry.question.range : place(gold.span);
  const node = graph.nodeOf(gold.id);
  const byTitle = node === undefined && gold.label !== '';
  const none = { gold, goldLabel: node === undefined ? gold.label : graph.labelOf(node), rank: 0, goldScore: 0 };
  if (node === undefined && /^Q\d+$/.test(gold.id)) return [{ ...none, range: whole, winner: undefined, reason: 'not in the graph' }];
  // Data sets also mark numbers and dates as entities: what has neither a known id nor a title cannot be judged.
  if (node === undefined && !byTitle) return [];
  const over = mentions.filter((mention) => (gold.span === null ? mention.candidates.some((one) => isGold(one, gold, byTitle)) : mention.start < gold.span.end && gold.span.start < mention.end));
  const mention = [...over].sort((a, b) => b.score - a.score || b.end - b.start - (a.end - a.start))[0];
  if (mention === undefined) return [{ ...none, range: whole, winner: undefined, reason: 'no mention' }];
  const rank = mention.candidates.findIndex((one) => isGold(one, gold, byTitle)) + 1;
  if (rank === 1) return [];
  // Another span over the same words may lead, with the gold entity on top: then nothing is wrong.
  if (over.some((other) => other.candidates[0] !== undefined && isGold(other.candidates[0], gold, byTitle) && other.score >= mention.score / 2)) return [];
  const winner = mention.candidates[0];
  return [{ ...none, range: place(mention), rank, goldScore: mention.candidates[rank - 1]?.score ?? 0, winner, reason: rank === 0 ? 'not a candidate' : 'ranked' }];
}

/** The mislink in a sentence. */
export function mislinkText({ gold, goldLabel, rank, goldScore, winner, reason }: Mislink): string {
  const expected = gold.id === goldLabel ? goldLabel : `${goldLabel} (${gold.id})`;
  if (reason === 'not in the graph') return `The gold entity ${gold.id}${gold.label === '' ? '' : ` (${gold.label})`} is not in the graph.`;
  if (reason === 'no mention') return `No span here was found to name the gold entity ${expected}.`;
  const won = winner === undefined ? '' : `Resolved to ${winner.label} (${winner.id}), ${scoreText(winner.score)}; `;
  if (reason === 'not a candidate') return `${won}the gold entity ${expected} is not among the best candidates of this span.`;
  return `${won}the gold entity ${expected} is number ${String(rank)} with ${scoreText(goldScore)}.`;
}
