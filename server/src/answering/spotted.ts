import type { Node } from '../graph/knowledgeGraph';
import type { MatchKind } from '../protocol';

/** An entity that a span may name, before the model has read the question. */
export interface Possible {
  readonly node: Node;
  readonly match: MatchKind;
  /** Which of its names was matched: 0 the label, k its k-th alias. */
  readonly nameIndex: number;
  /** Bytes, one a feature (graph/lexicon/candidateFeatures.ts). */
  readonly features: Uint8Array;
}

/** A span of words with the entities that it may name. */
export interface Spotted {
  readonly firstWord: number;
  /** Exclusive. */
  readonly lastWord: number;
  readonly candidates: readonly Possible[];
}
