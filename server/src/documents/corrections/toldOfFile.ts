import type { AnswerOptions } from '../../answering/answerer';
import type { ParsedQuestion } from '../../formats/format';
import { toldOf } from '../questionEntry';
import { appliedIn } from './applied';
import { correctQuestions } from './correctQuestions';
import { EMPTY_SIDECAR, SIDECAR_SUFFIX } from './sidecarFile';
import { readSidecar } from './sidecarStore';

/** What the answerer is told of a file's questions, in their order, and how many corrections are in it. */
export interface ToldOfFile {
  readonly told: readonly AnswerOptions[];
  readonly applied: number;
}

/**
 * What the answerer is told of each question of a file on disk: its pins, and the corrections of its sidecar.
 *
 * @param corrections false: the pins alone, and the sidecar is not read
 * @throws SidecarError where there is a sidecar that cannot be understood
 */
export function toldOfFile(path: string, questions: readonly ParsedQuestion[], corrections = true): ToldOfFile {
  const { corrected } = correctQuestions(corrections ? readSidecar(`${path}${SIDECAR_SUFFIX}`) : EMPTY_SIDECAR, questions);
  return { told: questions.map((question, index) => toldOf({ question, corrected: corrected[index] })), applied: appliedIn(corrected) };
}
