import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { marginOf } from './margin';

const part = fc.double({ min: -30, max: 30, noNaN: true });
const standing = fc.record({ id: fc.constant('Q1'), label: fc.constant('one'), rank: fc.nat(), score: fc.double({ min: 0, max: 1, noNaN: true }), parts: fc.record({ name: part, fit: part, relation: part, prior: part }) });

describe('marginOf', () => {
  it('names the part that lies furthest behind', () => {
    fc.assert(fc.property(standing, standing, (own, winner) => {
      const { part: worst, by } = marginOf(own, winner);
      for (const one of ['name', 'fit', 'relation', 'prior'] as const) expect(winner.parts[one] - own.parts[one]).toBeLessThanOrEqual(by);
      expect(by).toBe(winner.parts[worst] - own.parts[worst]);
    }));
  });
  it('is the log of the ratio, and the sum of the parts where a probability vanished', () => {
    const parts = { name: 1, fit: 1, relation: 1, prior: 1 };
    expect(marginOf({ id: '', label: '', rank: 2, score: 0.2, parts }, { id: '', label: '', rank: 1, score: 0.8, parts }).total).toBeCloseTo(Math.log(4));
    expect(marginOf({ id: '', label: '', rank: 2, score: 0, parts }, { id: '', label: '', rank: 1, score: 1, parts: { ...parts, fit: 9 } })).toEqual({ total: 8, part: 'fit', by: 8 });
  });
});
