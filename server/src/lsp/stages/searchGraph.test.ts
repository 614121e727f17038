import { describe, expect, it } from 'vitest';
import { smallField } from '../../answering/smallGraph';
import { searchGraph } from './searchGraph';

const { graph } = smallField([['Alien', 'director', 'Ridley Scott'], ['Aliens', 'directed by', 'James Cameron'], ['Directors', 'cast', 'Nobody']]);
const ids = (query: string, limit = 10) => searchGraph(graph, query, limit).map(({ id, kind }) => `${kind} ${id}`);

describe('searchGraph', () => {
  it('finds what starts with the text, entities before relations, the relation of that very name first', () => {
    expect(ids('alien')).toEqual(['entity Alien', 'entity Aliens']);
    expect(ids('director')).toEqual(['relation director', 'entity Directors']);
    expect(ids('direct')).toEqual(['entity Directors', 'relation director', 'relation directed by']);
  });
  it('finds nothing for nothing, and no more than asked', () => {
    expect(ids('')).toEqual([]);
    expect(ids('  ')).toEqual([]);
    expect(ids('direct', 2)).toHaveLength(2);
  });
});
