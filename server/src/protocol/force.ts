import type { Explanation } from './explanation';
import type { PlanName } from './parts';
import type { Span } from './span';

/** An entity that is given for words of the question (offsets in its text). */
export interface ForcedEntity extends Span {
  readonly id: string;
}

/** A relation that is given for a hop, counted from 1, with its direction. */
export interface ForcedRelation {
  readonly hop: number;
  readonly id: string;
  /** Followed from object to subject. */
  readonly inverse: boolean;
  /** Only for the path that starts at these words (an intersection has several paths); every path where it is left out. */
  readonly mention?: Span;
}

/** "What if": what is given instead of being left to the model. Nothing of it is kept; the question file is not touched. */
export interface Forces {
  readonly entities?: readonly ForcedEntity[];
  readonly relations?: readonly ForcedRelation[];
  readonly plan?: PlanName;
}

/** Answer a question of an open document as it would be with something given. Cancellable. Shown nowhere but to who asked. */
export const WhatIf = 'hoplens/whatIf';
export interface WhatIfParams {
  readonly uri: string;
  readonly index: number;
  readonly forces: Forces;
}
export interface WhatIfResult {
  /** The document version answered. */
  readonly version: number;
  readonly explanation: Explanation;
}
