import { OPERATION_NAMES, type Explanation, type OperationInput, type OperationName } from '../../../server/src/protocol';

const TITLES: Readonly<Record<OperationName, string>> = {
  list: 'list', count: 'count', maximum: 'the greatest', minimum: 'the least', greater: 'the greater of two', lesser: 'the lesser of two', difference: 'difference',
  check: 'yes or no', 'check-greater': 'is it greater?', 'check-lesser': 'is it less?', 'in-year': 'in a year', 'before-year': 'before a year', 'after-year': 'after a year',
};

/** What an operation did, for the panel. */
export interface OperationView {
  readonly title: string;
  /** What was compared or counted, in words: "by elevation (P2044)", "the second", "1994". */
  readonly details: readonly string[];
  /** Why it was chosen: operations by probability, those that hardly count left out. */
  readonly scores: readonly { readonly name: string; readonly score: number; readonly chosen: boolean }[];
  readonly inputs: readonly OperationInput[];
  readonly hasValues: boolean;
  readonly unsent: number;
}

/** Probabilities below this are not listed. */
const LEAST = 0.01;
const ORDINALS = ['first', 'second', 'third', 'fourth', 'fifth'] as const;

/** The operation behind an answer; null where what was reached is listed as it is. */
export function operationView({ operation }: Pick<Explanation, 'operation'>): OperationView | null {
  if (operation === null) return null;
  const { name, attribute, ordinal, year, inputs, inputCount, scores } = operation;
  return {
    title: TITLES[name],
    details: [
      ...(attribute === null ? [] : [`by ${attribute.label} (${attribute.id})`]),
      ...(ordinal > 1 ? [`the ${ORDINALS[ordinal - 1] ?? `${ordinal}th`}`] : []),
      ...(year === null ? [] : [String(year)]),
    ],
    scores: OPERATION_NAMES.map((one) => ({ name: TITLES[one], score: scores[one], chosen: one === name }))
      .filter(({ score, chosen }) => chosen || score >= LEAST).sort((a, b) => b.score - a.score),
    inputs, hasValues: inputs.some(({ read }) => read !== ''), unsent: Math.max(0, inputCount - inputs.length),
  };
}
