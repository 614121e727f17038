import { correctedOf, UNCORRECTED } from './given';
import type { Given } from '../../answering/given';
import { occurrence } from './occurrences';
import type { Sidecar } from './sidecarFile';

/** What corrections say of a question that stands in no file, and how many they are. */
export interface GivenByText {
  readonly given: Given;
  readonly applied: number;
}

/**
 * The corrections of a question that is asked by its text alone, as an agent does: those made for exactly this text, of whichever file, and the further names whose
 * words stand in it.
 */
export function givenByText(sidecars: readonly Sidecar[], text: string): GivenByText {
  const all = sidecars.flatMap(({ corrections }) => corrections);
  const mine = all.flatMap((placed) => {
    const { correction } = placed;
    const span = correction.question === text && correction.kind !== 'alias' ? occurrence(text, correction.mention, correction.mentionOccurrence) : undefined;
    return span === undefined ? [] : [{ ...placed, question: 0, span, exact: true }];
  });
  const aliases = all.flatMap(({ correction: { kind, mention, entity } }) => (kind === 'alias' ? [{ text: mention, id: entity }] : []));
  if (mine.length === 0 && aliases.length === 0) return { given: UNCORRECTED.given, applied: 0 };
  const { given, held } = correctedOf({ text, pins: [] }, mine, aliases);
  return { given, applied: held.length + (given.aliases?.length ?? 0) };
}
