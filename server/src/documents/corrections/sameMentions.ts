import type { Correction, Span } from '../../protocol';
import { shownMentions, type QuestionEntry } from '../questionEntry';
import { isWhole, occurrencesOf } from './occurrences';

const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;

/** Where the words of a correction stand as words of their own, neither pinned nor corrected already: where it might be applied too. */
export function placesFor({ mention }: Correction, { question, corrected }: QuestionEntry): Span[] {
  return occurrencesOf(question.text, mention).filter((span) => isWhole(question.text, span)
    && ![...question.pins, ...(corrected?.held ?? []).map((one) => one.span)].some((other) => overlaps(other, span)));
}

/**
 * The mentions of the same words that a correction may be applied to as well. That words are one mention can be said wherever they stand; who is meant, only
 * where they were read as a mention: the "Paris" of "Paris Hilton" is another. A further name holds for a whole file: it needs one place.
 *
 * @param link links a question that is not linked yet; the entry then says what was found
 * @returns index of the question and span, by position
 */
export async function sameMentions(correction: Correction, entries: readonly QuestionEntry[], link: (entry: QuestionEntry) => Promise<void>): Promise<{ readonly index: number; readonly span: Span }[]> {
  const found: { readonly index: number; readonly span: Span }[] = [];
  for (const [index, entry] of entries.entries()) {
    let places = placesFor(correction, entry);
    if (places.length === 0) continue;
    if (correction.kind === 'entity' || correction.kind === 'none') {
      await link(entry);
      const read = shownMentions(entry).map(({ mention }) => mention);
      places = places.filter(({ start, end }) => read.some((mention) => mention.start === start && mention.end === end));
    }
    found.push(...places.map((span) => ({ index, span })));
    if (correction.kind === 'alias' && found.length > 0) return found.slice(0, 1);
  }
  return found;
}
