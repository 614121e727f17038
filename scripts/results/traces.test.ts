import { describe, expect, it } from 'vitest';
import { difference } from './traces';

const best = [
  { mention: 0, id: 'Q1', label: '', relations: [{ id: 'P57', label: '', inverse: true }], score: 0.5 }, { mention: 1, id: 'Q1', label: '', relations: [{ id: 'P57', label: '', inverse: true }], score: 0.2 },
  { mention: 0, id: 'Q2', label: '', relations: [{ id: 'P57', label: '', inverse: false }], score: 0.1 },
];

describe('difference', () => {
  it('takes the likeliest program of an entity that stands at several spans', () => {
    expect(difference([{ start: 'Q1', relations: ['^P57'], p: 0.53 }, { start: 'Q2', relations: ['P57'], p: 0.12 }], { best })).toBeCloseTo(0.03);
  });

  it('takes a program that is not listed for at most the last that is', () => {
    expect(difference([{ start: 'Q3', relations: ['P1'], p: 0.3 }], { best })).toBeCloseTo(0.2);
    expect(difference([{ start: 'Q3', relations: ['P1'], p: 0.05 }], { best })).toBe(0);
  });

  it('takes a plan without programs for nothing', () => {
    expect(difference([{ start: 'Q3', relations: ['P1'], p: 0.3 }], undefined)).toBeCloseTo(0.3);
  });
});
