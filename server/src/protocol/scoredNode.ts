/** A node of the graph with a score: an entity (`id` is its graph id) or a literal (`id` is empty, `value` is set). */
export interface ScoredNode {
  readonly id: string;
  readonly label: string;
  readonly score: number;
  /** For a literal: its value in the graph's own notation (for example `^1452-04-15T00:00:00Z/11`), or a count, `true` or `false`. */
  readonly value?: string;
}
