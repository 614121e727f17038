import { describe, expect, it } from 'vitest';
import { chainTo, followPath } from './follow';
import { smallField } from './smallGraph';

const field = smallField([['film', 'cast', 'Hanks'], ['film', 'writer', 'Ann'], ['film', 'writer', 'Bob'], ['other', 'cast', 'Hanks'], ['film', 'cast', 'Sinise']]);
const node = (id: string): number => field.graph.nodeOf(id) ?? -1;
const directed = (id: string, inverse: boolean): number => 2 * (field.graph.relationOf(id) ?? -1) + (inverse ? 1 : 0);

describe('followPath', () => {
  it('follows relations in both directions', () => {
    const { frontiers, truncated } = followPath(field, node('Hanks'), [directed('cast', true), directed('writer', false)]);
    expect(frontiers.map((frontier) => frontier.map((n) => field.graph.idOf(n)).sort())).toEqual([['film', 'other'], ['Ann', 'Bob']]);
    expect(truncated).toBe(false);
  });

  it('does not walk straight back to where it came from', () => {
    const { frontiers } = followPath(field, node('Hanks'), [directed('cast', true), directed('cast', false)]);
    expect(frontiers[1]?.map((n) => field.graph.idOf(n))).toEqual(['Sinise']);
  });
});

describe('chainTo', () => {
  it('finds the nodes between start and end', () => {
    const chain = chainTo(field, node('Hanks'), [directed('cast', true), directed('writer', false)], node('Bob'));
    expect(chain.map((n) => field.graph.idOf(n))).toEqual(['Hanks', 'film', 'Bob']);
  });

  it('is empty where the path does not lead there', () => {
    expect(chainTo(field, node('Hanks'), [directed('cast', true)], node('Bob'))).toEqual([]);
  });
});
