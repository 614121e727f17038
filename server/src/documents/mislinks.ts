import type { KnowledgeGraph } from '../graph/knowledgeGraph';
import { toDocument } from '../formats/format';
import type { Candidate, GoldEntity, Mention, Span } from '../protocol';
import type { QuestionEntry } from './questionEntry';

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
export function mislinksOf(entry: QuestionEntry, graph: KnowledgeGraph): Mislink[] {
  const { explanation, question } = entry;
  if (explanation === undefined) return [];
  return question.gold.flatMap((gold) => mislinkOf(entry, gold, explanation.mentions, graph));
}

function mislinkOf(entry: QuestionEntry, gold: GoldEntity, mentions: readonly Mention[], graph: KnowledgeGraph): Mislink[] {
  const place = (span: Span): Span => ({ start: toDocument(entry.question.offsets, span.start), end: toDocument(entry.question.offsets, span.end - 1) + 1 });
  const node = graph.nodeOf(gold.id);
  const goldLabel = node === undefined ? gold.label : graph.labelOf(node);
  if (node === undefined) {
    // Data sets also mark numbers and dates as entities: only what looks like an id can be missing.
    if (!/^Q\d+$/.test(gold.id)) return [];
    return [{ range: gold.span === null ? entry.question.range : place(gold.span), gold, goldLabel, rank: 0, goldScore: 0, winner: undefined, reason: 'not in the graph' }];
  }
  const over = mentions.filter((mention) => (gold.span === null ? mention.candidates.some(({ id }) => id === gold.id) : mention.start < gold.span.end && gold.span.start < mention.end));
  const mention = [...over].sort((a, b) => b.score - a.score || b.end - b.start - (a.end - a.start))[0];
  if (mention === undefined) {
    return [{ range: gold.span === null ? entry.question.range : place(gold.span), gold, goldLabel, rank: 0, goldScore: 0, winner: undefined, reason: 'no mention' }];
  }
  const rank = mention.candidates.findIndex(({ id }) => id === gold.id) + 1;
  if (rank === 1) return [];
  // Another span over the same words may lead, with the gold entity on top: then nothing is wrong.
  if (over.some((other) => other.candidates[0]?.id === gold.id && other.score >= mention.score / 2)) return [];
  return [{ range: place(mention), gold, goldLabel, rank, goldScore: mention.candidates[rank - 1]?.score ?? 0, winner: mention.candidates[0], reason: rank === 0 ? 'not a candidate' : 'ranked' }];
}

/** The mislink in a sentence. */
export function mislinkText({ gold, goldLabel, rank, goldScore, winner, reason }: Mislink): string {
  const expected = `${goldLabel} (${gold.id})`;
  const score = (value: number): string => value.toFixed(2);
  if (reason === 'not in the graph') return `The gold entity ${gold.id}${gold.label === '' ? '' : ` (${gold.label})`} is not in the graph.`;
  if (reason === 'no mention') return `No span here was found to name the gold entity ${expected}.`;
  const won = winner === undefined ? '' : `Resolved to ${winner.label} (${winner.id}), ${score(winner.score)}; `;
  if (reason === 'not a candidate') return `${won}the gold entity ${expected} is not among the best candidates of this span.`;
  return `${won}the gold entity ${expected} is number ${String(rank)} with ${score(goldScore)}.`;
}
