/** How a span is underlined, from sure to unsure. */
export type Line = 'solid' | 'dashed' | 'dotted';
export const LINES: readonly Line[] = ['solid', 'dashed', 'dotted'];

/** Solid from 0.8, dashed from a half, dotted below: the probability of span and entity together. */
export function lineOf(score: number): Line {
  return score >= 0.8 ? 'solid' : score >= 0.5 ? 'dashed' : 'dotted';
}
