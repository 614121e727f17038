import type { Lattice } from './lattice';
import { EXACT, TYPO } from './lattice';
import type { Reading } from './readings';
import { FUNCTION_WORDS, QUESTION_WORDS } from './stopWords';

/** Content words of a span: neither punctuation nor grammar. */
export function contentWords(normalised: readonly string[], first: number, last: number): number {
  let count = 0;
  for (let at = first; at < last; at++) {
    const word = normalised[at] ?? '';
    if (word !== '' && !FUNCTION_WORDS.has(word)) count++;
  }
  return count;
}

/**
 * The words that a name of two or more content words explains. What is left is where typing errors and longer names are looked for.
 *
 * @returns 1 for each covered position
 */
export function coveredWords(lattice: Lattice, readings: readonly Reading[]): Uint8Array {
  const covered = new Uint8Array(lattice.normalised.length);
  for (const reading of readings) {
    if (contentWords(lattice.normalised, reading.first, reading.last) >= 2) covered.fill(1, reading.first, reading.last);
  }
  return covered;
}

/** Names of two or more content words that stand in the question as they are and in no longer such name: `[first, last)` each. */
export function wholeNames(lattice: Lattice, readings: readonly Reading[]): (readonly [first: number, last: number])[] {
  const spans = new Map<string, readonly [number, number]>();
  for (const { first, last, sureness } of readings) {
    if (sureness === EXACT && contentWords(lattice.normalised, first, last) >= 2) spans.set(`${String(first)} ${String(last)}`, [first, last]);
  }
  const all = [...spans.values()];
  return all.filter(([first, last]) => !all.some(([f, l]) => f <= first && l >= last && l - f > last - first));
}

/** Positions of uncovered words that may be part of a name: not grammar, not words that ask. */
export function seedWords(lattice: Lattice, covered: Uint8Array): number[] {
  const seeds: number[] = [];
  for (const [at, word] of lattice.normalised.entries()) {
    if (word !== '' && covered[at] === 0 && !FUNCTION_WORDS.has(word) && !QUESTION_WORDS.has(word)) seeds.push(at);
  }
  return seeds;
}

/** Whether a reading with a typing error may stand: in a name of several words, or as a word that no name holds. */
export function plausibleTypo(lattice: Lattice, reading: Reading): boolean {
  if (reading.sureness !== TYPO) return true;
  return contentWords(lattice.normalised, reading.first, reading.last) >= 2 || (lattice.ids[reading.first] ?? -1) < 0;
}
