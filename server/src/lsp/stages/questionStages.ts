import { percent, raw } from '../mentionHover';
import { firstRows, table } from './page';
import type { Told } from './told';

/** The pieces that the model reads, and the words that they are of. */
export function tokensStage({ words, trace: { tokens } }: Told): string[] {
  if (words.length === 0) return [];
  return [
    `${String(words.length)} words, ${String(tokens.length)} tokens (WordPiece; ## goes on a word). A word without tokens lies beyond the model's length.`,
    table(['#', 'token', 'id', 'word', 'from', 'to'], tokens.map(({ id, text, word }, at) => {
      const of = words[word];
      return [at, text, id, of === undefined ? '' : of.text, of === undefined ? '' : of.start, of === undefined ? '' : of.end];
    })),
  ];
}

/** The spans that may name an entity, with the raw scores that a path starts there or takes part in an intersection. */
export function mentionsStage({ mentions, trace: { spans } }: Told): string[] {
  if (mentions.length === 0) return [];
  return [
    'Every span of words that names an entity of the graph. *Starts*, *takes part*: what the model makes of the span (raw); *score*: the probability that the answer\'s path starts there, over all plans.',
    table(['span', 'from', 'to', 'candidates', 'starts', 'takes part', 'score', 'first'], mentions.map(({ text, start, end, candidateCount, score, candidates: [first] }, k) =>
      [text, start, end, candidateCount, raw(spans[k]?.starts ?? 0), raw(spans[k]?.takesPart ?? 0), percent(score), first === undefined ? '' : `${first.label} (${first.id})`])),
  ];
}

const CANDIDATES_TOLD = 32;

/** The candidates of each span with the parts of their scores; the span that matters most comes first. */
export function candidatesStage({ mentions }: Told): string[] {
  if (mentions.length === 0) return [];
  return [
    '*Name*: how well the words fit; *fits*: how its types fit the question; *asked*: what it has of what is asked (–: nothing); *prior*: how well known it is. All raw; the score is the probability within the span. Behind each span stands its own score: how likely an answer starts there.',
    ...[...mentions].sort((a, b) => b.score - a.score).map(({ text, score: span, candidates, candidateCount }) => `## “${text.replace(/[\\`*_[\]<>#]/g, '\\$&')}”, ${percent(span)}\n\n${firstRows(
      ['candidate', 'id', 'found by', 'name matched', 'score', 'name', 'fits', 'asked', 'prior'],
      candidates.slice(0, CANDIDATES_TOLD).map(({ label, id, match, name, score, parts }) => [label, id, match, name, percent(score), ...[parts.name, parts.fit, parts.relation, parts.prior].map(raw)]), candidateCount)}`),
  ];
}
