import type { Explanation, Span } from '../../../server/src/protocol';
import { mentionThing, nodeThing, overlaps, pathThing } from './things';

/** A word of the question: its place, the path whose mention covers it, and what lights up with it. */
export interface WordView {
  readonly text: string;
  readonly span: Span;
  readonly path: number | null;
  readonly things: readonly string[];
  /** One shade a row of {@link QuestionView.rows}, in [0, 1], relative to the row's strongest word. */
  readonly shades: readonly number[];
  /** The weights themselves, which sum to 1 along a row. */
  readonly weights: readonly number[];
}

/** A row of attention: one hop of one path. */
export interface AttentionRow {
  readonly path: number;
  readonly label: string;
}

/** A span as a chip: the best candidate and the probability that the answer's path starts here. */
export interface ChipView {
  readonly mention: number;
  readonly span: Span;
  readonly text: string;
  readonly id: string;
  readonly label: string;
  readonly score: number;
  readonly path: number | null;
  readonly things: readonly string[];
}

export interface QuestionView {
  readonly words: readonly WordView[];
  readonly rows: readonly AttentionRow[];
  /** Chips of the spans on a path first, in the order of the question, then the others by score. */
  readonly chips: readonly ChipView[];
}

/** The question's words, the attention of each hop over them and the spans that may name an entity. */
export function questionView(explanation: Explanation): QuestionView {
  const many = explanation.paths.length > 1;
  const hops = explanation.paths.flatMap((path, index) => path.hops.map((hop, k) => {
    const several = path.hops.length > 1;
    const label = many ? `path ${index + 1}${several ? `, hop ${k + 1}` : ''}` : `hop ${k + 1}`;
    return { path: index, label, attention: hop.attention, peak: Math.max(...hop.attention, 0) };
  }));
  const chips = explanation.mentions.map((mention, index): ChipView => {
    const best = mention.candidates[0];
    const path = pathOfMention(explanation, index);
    return {
      mention: index, span: mention, text: mention.text, id: best?.id ?? '', label: best?.label ?? '', score: mention.score, path,
      things: [mentionThing(index), ...(best === undefined ? [] : [nodeThing(best)]), ...(path === null ? [] : [pathThing(path)])],
    };
  });
  const words = explanation.words.map((word, k): WordView => {
    const covering = chips.filter((chip) => overlaps(chip.span, word));
    return {
      text: word.text, span: word,
      path: covering.find((chip) => chip.path !== null)?.path ?? null,
      things: [...new Set(covering.flatMap((chip) => chip.things))],
      shades: hops.map(({ attention, peak }) => (peak === 0 ? 0 : (attention[k] ?? 0) / peak)),
      weights: hops.map(({ attention }) => attention[k] ?? 0),
    };
  });
  return { words, rows: hops.map(({ path, label }) => ({ path, label })), chips: chips.sort(byUse) };
}

/** Indices of words that stay together when the line breaks: a word and the punctuation behind it. */
export function wordGroups(words: readonly Pick<WordView, 'text'>[]): readonly (readonly number[])[] {
  const groups: number[][] = [];
  words.forEach(({ text }, k) => {
    const last = groups.at(-1);
    if (last !== undefined && !/[\p{L}\p{N}]/u.test(text)) last.push(k);
    else groups.push([k]);
  });
  return groups;
}

/** Index of the path that starts at a mention, or null. */
export function pathOfMention(explanation: Pick<Explanation, 'paths'>, mention: number): number | null {
  const index = explanation.paths.findIndex((path) => path.mention === mention);
  return index < 0 ? null : index;
}

/** Indices of the words that a span touches. */
export function wordsIn(explanation: Pick<Explanation, 'words'>, span: Span): readonly number[] {
  return explanation.words.flatMap((word, k) => (overlaps(word, span) ? [k] : []));
}

function byUse(a: ChipView, b: ChipView): number {
  if ((a.path === null) !== (b.path === null)) return a.path === null ? 1 : -1;
  return a.path === null ? b.score - a.score : a.span.start - b.span.start;
}
