import { describe, expect, it } from 'vitest';
import { smallField } from '../answering/smallGraph';
import { entitiesByWords, optionsOf, withForces } from './forces';
import { ToolError } from './toolError';

const { graph } = smallField([['Hamlet', 'author', 'Shakespeare']]);

describe('optionsOf', () => {
  it('takes what the graph knows as the answerer takes it', () => {
    const entities = [{ start: 0, end: 6, id: 'Hamlet' }];
    const relations = [{ hop: 1, id: 'author', inverse: true }];
    expect(optionsOf(graph, { entities, relations, plan: 'one-hop' })).toEqual({ pins: entities, forcedRelations: relations, forcedPlan: 'one-hop' });
    expect(optionsOf(graph, {})).toEqual({ pins: [] });
  });
  it('names an id that the graph lacks, and the remedy', () => {
    expect(() => optionsOf(graph, { entities: [{ start: 0, end: 1, id: 'Q0' }] })).toThrow(/Q0 is no entity of the graph small.*link_entities/);
    expect(() => optionsOf(graph, { relations: [{ hop: 2, id: 'P0', inverse: false }] })).toThrow(/P0 \(hop 2\) is no relation/);
  });
});

describe('entitiesByWords', () => {
  it('finds the words in the question', () => {
    expect(entitiesByWords('Who wrote Hamlet?', [{ words: 'Hamlet', id: 'Q1' }])).toEqual([{ start: 10, end: 16, id: 'Q1' }]);
  });
  it('says which words do not stand there', () => {
    expect(() => entitiesByWords('Who wrote Hamlet?', [{ words: 'hamlet', id: 'Q1' }])).toThrow(ToolError);
  });
});

describe('withForces', () => {
  const told = { pins: [{ start: 0, end: 5, id: 'Q1' }, { start: 10, end: 15, id: 'Q2' }], noEntity: [{ start: 20, end: 24 }], aliases: [{ text: 'x', id: 'Q9' }] };
  it('lets an entity given for some words take the place of their pin and of their being none, and keeps the rest', () => {
    expect(withForces(told, { pins: [{ start: 3, end: 8, id: 'Q7' }, { start: 20, end: 24, id: 'Q8' }], forcedPlan: 'two-hop' })).toEqual({
      pins: [{ start: 10, end: 15, id: 'Q2' }, { start: 3, end: 8, id: 'Q7' }, { start: 20, end: 24, id: 'Q8' }], noEntity: [], aliases: told.aliases, forcedPlan: 'two-hop',
    });
  });
  it('changes nothing where nothing is given', () => {
    expect(withForces(told, { pins: [] })).toEqual(told);
  });
});
