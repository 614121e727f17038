import { describe, expect, it } from 'vitest';
import { withForces } from './whatIf';

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
