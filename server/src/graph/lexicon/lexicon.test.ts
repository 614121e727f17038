import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { acronymOf } from './acronyms';
import { buildLexicon, degreeByte } from './build';
import { ENTITIES, lexiconFor } from './fixture';
import { normalise, nameWords } from './normalise';

describe('buildLexicon', () => {
  const lexicon = lexiconFor(ENTITIES);
  const find = (name: string): number[] => {
    let node = 0;
    for (const word of nameWords(name)) node = node < 0 ? node : lexicon.names.child(node, lexicon.vocabulary.idOf(word));
    return node < 0 ? [] : [...lexicon.names.entity.subarray(lexicon.names.postingStart[node], lexicon.names.postingStart[node + 1])];
  };

  it('finds every entity by every name, most linked first', () => {
    ENTITIES.forEach(({ label, aliases }, node) => {
      for (const name of [label, ...aliases]) expect(find(name)).toContain(node);
    });
    expect(find('star wars')).toEqual([1, 2]);
  });

  it('knows acronyms of well-linked entities and joined forms', () => {
    expect(find('nba')).toEqual([5]);
    expect(find('conan obrien')).toEqual([7]);
    expect(acronymOf('University of North Carolina')).toBe('unc');
    expect(acronymOf('World Health Organization')).toBeUndefined();
  });

  it('gives back a name, its words and how many names hold a word', () => {
    const star = lexicon.vocabulary.idOf('star');
    expect(lexicon.names.frequency(star)).toBe(2);
    const names = [...lexicon.names.contain.subarray(lexicon.names.containStart[star], lexicon.names.containStart[star + 1])];
    expect(names.map(name => lexicon.nameText(name)).sort()).toEqual(['star', 'star wars']);
    expect(names.every(name => lexicon.names.holds(name, star))).toBe(true);
    expect(lexicon.names.weight(-1)).toBeGreaterThan(lexicon.names.weight(star));
  });

  it('says nothing for what no name holds', () => {
    expect(lexicon.vocabulary.idOf('zzz')).toBe(-1);
    expect(lexicon.vocabulary.idOf('x'.repeat(1000))).toBe(-1);
    expect(find('wars star')).toEqual([]);
  });

  it('keeps degrees in a byte', () => {
    expect(degreeByte(0)).toBe(0);
    expect(degreeByte(65535)).toBe(255);
    expect(degreeByte(10_000_000)).toBe(255);
  });

  it('stands an empty graph', () => {
    expect(buildLexicon([]).size).toBeGreaterThan(0);
    expect(lexiconFor([]).vocabulary.idOf('a')).toBe(-1);
  });

  it('always finds a name again, whatever its letters', () => {
    const name = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 });
    fc.assert(fc.property(fc.array(name, { minLength: 1, maxLength: 20 }), labels => {
      const open = lexiconFor(labels.map((label, k) => ({ label, aliases: [], degree: k })));
      labels.forEach((label, node) => {
        const words = nameWords(label);
        if (words.length === 0) return;
        let at = 0;
        for (const word of words) at = open.names.child(at, open.vocabulary.idOf(word));
        expect(open.nameText(at)).toBe(normalise(label));
        expect([...open.names.entity.subarray(open.names.postingStart[at], open.names.postingStart[at + 1])]).toContain(node);
      });
    }), { numRuns: 200 });
  });
});
