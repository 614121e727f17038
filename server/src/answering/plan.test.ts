import { describe, expect, it } from 'vitest';
import { choosePlan } from './plan';

/** A gate that listens to the words only. */
const weights = { hidden: [Array<number>(10).fill(0)], hiddenBias: [0], out: [[0], [0], [0], [0], [0]], outBias: [0, 0, 0, 0, 0] };
const fit = { best: [1, 1, 1, 1], sure: [1, 1, 1, 1], tokens: 9, regret: 0 };

describe('choosePlan', () => {
  it('is a softmax over the plans and no answer', () => {
    const gate = choosePlan(weights, [0, Math.log(2), 0, 0, 0], fit);
    expect(gate).toHaveLength(5);
    expect(gate.reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 12);
    expect(gate[1]).toBeCloseTo(2 / 6, 12);
  });

  it('gives nothing to a plan that the graph does not allow', () => {
    const gate = choosePlan(weights, [0, 9, 0, 9, 0], { ...fit, best: [1, -Infinity, 1, -Infinity] });
    expect(gate[1]).toBe(0);
    expect(gate[3]).toBe(0);
    expect(gate[0]).toBeCloseTo(1 / 3, 12);
  });

  it('says that there is no answer where no plan exists', () => {
    expect(choosePlan(weights, [5, 5, 5, 5, -5], { ...fit, best: [-Infinity, -Infinity, -Infinity, -Infinity] })).toEqual([0, 0, 0, 0, 1]);
  });
});
