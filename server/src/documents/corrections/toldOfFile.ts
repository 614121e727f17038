import type { AnswerOptions } from '../../answering/answerer';
import type { ParsedQuestion } from '../../formats/format';
import { toldOf } from '../questionEntry';
import { correctQuestions } from './correctQuestions';
import { SIDECAR_SUFFIX } from './sidecarFile';
import { readSidecar } from './sidecarStore';

/** What the answerer is told of each question of a file on disk: its pins, and the corrections of its sidecar. @throws SidecarError */
export function toldOfFile(path: string, questions: readonly ParsedQuestion[]): AnswerOptions[] {
  const { corrected } = correctQuestions(readSidecar(`${path}${SIDECAR_SUFFIX}`), questions);
  return questions.map((question, index) => toldOf({ question, corrected: corrected[index] }));
}
