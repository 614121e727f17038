import type { ScoredNode } from './scoredNode';

/** What is done with the set that the paths reach; `list` takes it as it is. In the order of the model's outputs. */
export const OPERATION_NAMES = [
  'list', 'count', 'maximum', 'minimum', 'greater', 'lesser', 'difference', 'check', 'check-greater', 'check-lesser', 'in-year', 'before-year', 'after-year',
] as const;
export type OperationName = (typeof OPERATION_NAMES)[number];

/** One thing that an operation took in, with its value as a person reads it (a date, a length; empty where none is compared). */
export interface OperationInput extends ScoredNode {
  readonly read: string;
  /** True for what the operation kept: the counted, the greatest, those in the year, the one that is looked for. */
  readonly kept: boolean;
}

/** The operation behind the answer. `list` is none: {@link Explanation.operation} is null then. */
export interface Operation {
  readonly name: OperationName;
  /** Probability of each operation; they sum to 1. */
  readonly scores: Readonly<Record<OperationName, number>>;
  /** The attribute that is compared, with its probability among those that the members have; null where none is. */
  readonly attribute: { readonly id: string; readonly label: string; readonly score: number } | null;
  /** Which one is asked for, from 1 ("the second largest" is 2). */
  readonly ordinal: number;
  /** The year that the words name; null where the operation needs none. */
  readonly year: number | null;
  /** What it took in: the best first where values are compared, at most {@link INPUTS_SHOWN}; `inputCount` counts all. */
  readonly inputs: readonly OperationInput[];
  readonly inputCount: number;
}

export const INPUTS_SHOWN = 60;
