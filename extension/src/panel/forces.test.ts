import { describe, expect, it } from 'vitest';
import { readForces } from './forces';

describe('readForces', () => {
  it('reads what is well formed', () => {
    const forces = { entities: [{ start: 0, end: 3, id: 'Q1' }], relations: [{ hop: 1, id: 'P1', inverse: true, mention: { start: 0, end: 3 } }], plan: 'two-hop' };
    expect(readForces(forces)).toEqual(forces);
    expect(readForces({})).toEqual({ entities: [], relations: [] });
  });
  it('refuses the rest', () => {
    for (const forces of [null, 'x', { entities: {} }, { entities: [{ id: 'Q1' }] }, { relations: [{ hop: '1', id: 'P1', inverse: true }] }, { relations: [{ hop: 1, id: 'P1', inverse: true, mention: 3 }] }, { plan: 'four-hop' }]) {
      expect(readForces(forces)).toBeUndefined();
    }
  });
});
