import type { ScoredNode } from './scoredNode';

/** A value of a fact, with when the fact held ("1861 – 1865") where the graph knows. */
export interface CardValue extends ScoredNode {
  readonly held?: string;
}

/** A card of one entity: what the panel and the hover over a bare id show. */
export interface EntityCard {
  readonly id: string;
  readonly label: string;
  readonly description: string;
  readonly aliases: readonly string[];
  readonly types: readonly string[];
  readonly url: string;
  /** Facts grouped by relation and direction; at most 12 values a group, 40 groups. */
  readonly facts: readonly {
    readonly relation: { readonly id: string; readonly label: string; readonly inverse: boolean };
    readonly values: readonly CardValue[];
    readonly count: number;
  }[];
}
