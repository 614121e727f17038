import { describe, expect, it } from 'vitest';
import * as fixtures from '../../preview/fixtures';
import type { Answer, ProofEdge, ScoredNode } from '../../../server/src/protocol';
import { chainsOf, linkText, spokenChain } from './chain';

const node = (id: string): ScoredNode => ({ id, label: id.toLowerCase(), score: 1 });
const edge = (subject: string, label: string, object: string): ProofEdge => ({ subject: node(subject), relation: { id: label, label }, object: node(object) });
const answer = (id: string, ...proofs: ProofEdge[][]): Answer => ({ ...node(id), proofs });
const read = (of: Parameters<typeof chainsOf>[1], paths: readonly number[] | null = null): string[] =>
  chainsOf({ intersection: paths === null ? null : { paths, rows: [], rowCount: 0 } }, of).map(({ nodes, links }) => nodes.map(({ node: { id }, path }, k) => {
    const link = links[k];
    return `${id}:${path ?? '*'}${link === undefined ? '' : link.forward ? ` -${link.relation.label}> ` : ` <${link.relation.label}- `}`;
  }).join(''));

describe('chainsOf', () => {
  it('joins two paths with the answer between them, arrows as the graph has them', () => {
    const [first] = fixtures.intersection.answers;
    expect(read(first!, [0, 1])).toEqual(['Q37876:0 <performer- Q51789:* -present in work> Q17738:1']);
  });

  it('walks both directions of a longer chain', () => {
    expect(read(answer('D', [edge('B', 'p', 'A'), edge('B', 'q', 'C'), edge('D', 'r', 'C')]))).toEqual(['A:0 <p- B:0 -q> C:0 <r- D:*']);
  });

  it('starts at the entity even where the first edge points away from the answer', () => {
    expect(read(answer('B', [edge('A', 'p', 'B')]))).toEqual(['A:0 -p> B:*']);
  });

  it('gives three paths a chain each, and the colours of the paths that meet', () => {
    expect(read(answer('X', [edge('A', 'p', 'X')], [edge('B', 'q', 'X')], [edge('X', 'r', 'C')]), [2, 0, 1])).toEqual(['A:2 -p> X:*', 'B:0 -q> X:*', 'C:1 <r- X:*']);
  });

  it('tells literals apart by their value, not by their label', () => {
    const born: ProofEdge = { subject: node('A'), relation: { id: 'b', label: 'born' }, object: { id: '', label: '1452', value: '^1452', score: 1 } };
    expect(read({ id: '', label: '1452', value: '^1452', score: 1, proofs: [[born]] })).toEqual(['A:0 -born> :*']);
  });

  it('has nothing to show for an answer without edges', () => {
    expect(read(answer('A', []))).toEqual([]);
  });
});

it('says when a fact held', () => {
  const [chain] = chainsOf({ intersection: null }, answer('B', [{ ...edge('B', 'office', 'A'), held: '1861 – 1865' }]));
  expect(chain!.links.map(linkText)).toEqual(['office (1861 – 1865)']);
  expect(spokenChain(chain!)).toBe('a, reached backwards by office (1861 – 1865), b');
});

it('is spoken without signs', () => {
  const [chain] = chainsOf({ intersection: null }, answer('B', [edge('B', 'performer', 'A')]));
  expect(spokenChain(chain!)).toBe('a, reached backwards by performer, b');
});
