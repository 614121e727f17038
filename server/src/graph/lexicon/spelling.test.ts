import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareBytes, concatenate } from './bytes';
import { reversedOrder, Spelling } from './spelling';
import { startsOf } from './varint';
import { Vocabulary } from './vocabulary';

function speller(words: readonly string[]): { spelling: Spelling; vocabulary: Vocabulary } {
  const bytes = [...new Set(words)].map(word => new TextEncoder().encode(word)).sort(compareBytes);
  const vocabulary = new Vocabulary(concatenate(bytes), startsOf(Uint32Array.from(bytes, word => word.length)));
  return { spelling: new Spelling(vocabulary, reversedOrder(bytes)), vocabulary };
}

/** Optimal string alignment distance, by the textbook. */
function distance(a: string, b: string): number {
  const rows = Array.from({ length: a.length + 1 }, (_, i) => Array.from({ length: b.length + 1 }, (_, j) => (i === 0 ? j : j === 0 ? i : 0)));
  for (let i = 1; i <= a.length; i++) {
    for (let j = 1; j <= b.length; j++) {
      let best = Math.min(rows[i - 1]![j]! + 1, rows[i]![j - 1]! + 1, rows[i - 1]![j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) best = Math.min(best, rows[i - 2]![j - 2]! + 1);
      rows[i]![j] = best;
    }
  }
  return rows[a.length]![b.length]!;
}

describe('Spelling', () => {
  it('finds replaced, missing, added and exchanged letters', () => {
    const { spelling, vocabulary } = speller(['potter', 'jayne', 'hepburn', 'harrison']);
    const found = (word: string): string[] => spelling.neighbours(word).map(id => vocabulary.wordOf(id));
    expect(found('poter')).toEqual(['potter']);
    expect(found('jane')).toEqual(['jayne']);
    expect(found('hebpurn')).toEqual(['hepburn']);
    expect(found('harrisson')).toEqual(['harrison']);
    expect(found('hepburn')).toEqual([]);
    expect(found('zzzzz')).toEqual([]);
  });

  it('agrees with the edit distance to every word, for five letters and more', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 4, maxLength: 8 });
    fc.assert(fc.property(fc.array(word, { minLength: 1, maxLength: 40 }), word.filter(w => w.length >= 5), (words, query) => {
      const { spelling, vocabulary } = speller(words);
      const expected = [...new Set(words)].filter(other => distance(query, other) === 1).sort();
      expect(spelling.neighbours(query).map(id => vocabulary.wordOf(id)).sort()).toEqual(expected);
    }), { numRuns: 300 });
  });
});
