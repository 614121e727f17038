import type { Word } from '../protocol';
import type { RankedAnswer } from './answers';
import type { Cues } from './cues';
import type { Reasoning } from './hops';
import type { Resolution } from './resolution';

/** Everything that was computed for one question. */
export interface Computed {
  readonly question: string;
  readonly words: readonly Word[];
  readonly resolution: Resolution;
  readonly reasoning: Reasoning;
  /** Probability of each plan, then of no answer. */
  readonly gate: readonly number[];
  /** Probability of each operation. */
  readonly choice: readonly number[];
  readonly cues: Cues;
  /** Answers that are shown, best first. */
  readonly answers: readonly RankedAnswer[];
  /** The best of all that was reached, shown or not: it says which plan is explained. */
  readonly leading: RankedAnswer | undefined;
  /** Candidates shown of each mention. */
  readonly candidatesShown: number;
}
