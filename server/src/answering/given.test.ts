import { describe, expect, it } from 'vitest';
import { FEATURES } from '../graph/lexicon/candidateFeatures';
import { splitWords } from '../graph/lexicon/words';
import { withGiven, type Given } from './given';
import type { Spotted } from './spotted';

const QUESTION = 'Who played Luke in the Star Wars films?';
const IDS = ['Q0', 'Q1', 'Q2', 'Q3'];
const graph = { nodeOf: (id: string) => (IDS.includes(id) ? IDS.indexOf(id) : undefined) };
const lexicon = { degree: Uint8Array.from([10, 20, 30, 40]) };
const words = splitWords(QUESTION);
const at = (text: string) => ({ start: QUESTION.indexOf(text), end: QUESTION.indexOf(text) + text.length });
const spotted = (text: string, ...nodes: readonly number[]): Spotted => {
  const { start, end } = at(text);
  return {
    firstWord: words.findIndex((word) => word.start === start), lastWord: words.findIndex((word) => word.end === end) + 1,
    candidates: nodes.map((node) => ({ node, match: 'label', nameIndex: 0, features: new Uint8Array(FEATURES).fill(7) })),
  };
};
const FOUND = [spotted('Luke', 0), spotted('Star Wars', 1, 2), spotted('Wars', 3)];
const told = (given: Given) => withGiven(graph, lexicon, words, FOUND, given).map(({ firstWord, lastWord, candidates }) =>
  [QUESTION.slice(words[firstWord]?.start, words[lastWord - 1]?.end), candidates.map(({ node, match }) => `${String(node)} ${match}`)]);

describe('what a person says of the mentions', () => {
  it('changes nothing where nothing is said', () => {
    expect(withGiven(graph, lexicon, words, FOUND, {})).toEqual(FOUND);
  });
  it('pins a mention in the place of those that it overlaps', () => {
    expect(told({ pins: [{ ...at('Wars films'), id: 'Q2' }] })).toEqual([['Luke', ['0 label']], ['Wars films', ['2 pinned']]]);
  });
  it('takes away spans that name no entity, with those inside them, and keeps longer ones', () => {
    expect(told({ noEntity: [at('Star Wars')] })).toEqual([['Luke', ['0 label']]]);
    expect(told({ noEntity: [at('Wars')] })).toEqual([['Luke', ['0 label']], ['Star Wars', ['1 label', '2 label']]]);
  });
  it('makes words one mention, with its own candidates or with those of the spans it takes the place of', () => {
    expect(told({ mentions: [at('Wars')] })).toEqual([['Luke', ['0 label']], ['Wars', ['3 label']]]);
    expect(told({ mentions: [at('Star Wars films')] })).toEqual([['Luke', ['0 label']], ['Star Wars films', ['1 label', '2 label', '3 label']]]);
    expect(told({ mentions: [at('played')] })).toEqual(told({}));
  });
  it('adds candidates by an alias, in whatever case it is written, also where there was no mention', () => {
    expect(told({ aliases: [{ text: 'star wars', id: 'Q3' }] })[1]).toEqual(['Star Wars', ['3 alias', '1 label', '2 label']]);
    expect(told({ aliases: [{ text: 'PLAYED', id: 'Q3' }] })[0]).toEqual(['played', ['3 alias']]);
    expect(told({ aliases: [{ text: 'Star Wars', id: 'Q2' }] })).toEqual(told({}));
    expect(told({ aliases: [{ text: 'star', id: 'Q3' }, { text: '', id: 'Q3' }, { text: 'Yoda', id: 'Q3' }] })).toHaveLength(4);
  });
  it('gives an alias the features of a name that is the entity\'s alone, and the span\'s own', () => {
    const [, span] = withGiven(graph, lexicon, words, FOUND, { aliases: [{ text: 'Star Wars', id: 'Q3' }] });
    expect([...(span?.candidates[0]?.features ?? [])]).toEqual([0, 255, 0, 0, 0, 0, 255, 40, 255, 255, 7, 7, 7, 7, 7, 7]);
  });
  it('leaves out ids that the graph does not hold, and spans behind the end', () => {
    expect(told({ pins: [{ ...at('Luke'), id: 'Q9' }, { start: 90, end: 95, id: 'Q1' }], aliases: [{ text: 'Luke', id: 'Q9' }] })).toEqual(told({}));
  });
});
