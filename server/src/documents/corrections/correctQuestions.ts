import type { ParsedQuestion } from '../../formats/format';
import { attach, type Attached, type Orphan } from './attach';
import { correctedOf, UNCORRECTED, type Corrected } from './given';
import type { Sidecar } from './sidecarFile';

/** A file's questions with what its sidecar says of them. */
export interface CorrectedQuestions {
  /** In the order of the questions. */
  readonly corrected: readonly Corrected[];
  readonly attached: readonly Attached[];
  readonly orphans: readonly Orphan[];
}

/**
 * Brings a sidecar and the questions of its file together.
 *
 * @param others see {@link attach}
 */
export function correctQuestions({ corrections }: Sidecar, questions: readonly ParsedQuestion[], others?: (id: string) => ReadonlySet<string> | undefined): CorrectedQuestions {
  if (corrections.length === 0) return { corrected: questions.map(() => UNCORRECTED), attached: [], orphans: [] };
  const { attached, orphans } = attach(corrections, questions, others);
  const mine = new Map<number, Attached[]>();
  for (const one of attached) {
    const there = mine.get(one.question);
    if (there === undefined) mine.set(one.question, [one]);
    else there.push(one);
  }
  const aliases = corrections.flatMap(({ correction: { kind, mention, entity } }) => (kind === 'alias' ? [{ text: mention, id: entity }] : []));
  return {
    corrected: questions.map((question, index) => correctedOf(question, mine.get(index) ?? [], aliases)),
    attached,
    // A further name holds in the whole file, whatever became of the question in which it was given.
    orphans: orphans.filter(({ correction }) => correction.kind !== 'alias'),
  };
}
