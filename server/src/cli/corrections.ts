import { appliedText } from '../documents/corrections/applied';
import { SIDECAR_SUFFIX } from '../documents/corrections/sidecarFile';
import { toldOfFile, type ToldOfFile } from '../documents/corrections/toldOfFile';
import type { ParsedQuestion } from '../formats/format';

/** Of every command that reads a question file. */
export interface CorrectionOptions {
  /** False with `--no-corrections`: the sidecar is not read. */
  readonly corrections: boolean;
}

/** What the answerer is told of a file's questions; says on standard error how many corrections are in it. @throws SidecarError */
export function toldWith(path: string, questions: readonly ParsedQuestion[], { corrections }: CorrectionOptions): ToldOfFile {
  const told = toldOfFile(path, questions, corrections);
  if (told.applied > 0) process.stderr.write(`${path}: ${appliedText(told.applied)} (${path}${SIDECAR_SUFFIX}); without them: --no-corrections\n`);
  return told;
}
