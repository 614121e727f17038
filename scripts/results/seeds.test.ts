import { describe, expect, it } from 'vitest';
import { seedRun, seedsTable, spread } from './seeds';
import { resultsWith, setWith } from './testing';

const run = (name: string, hits1: number): ReturnType<typeof seedRun> => seedRun(name, resultsWith({ wwq_dev_a: setWith(hits1) }));

describe('seeds', () => {
  it('the spread is that of a sample', () => {
    expect(spread([0.4, 0.5, 0.6]).mean).toBeCloseTo(0.5);
    expect(spread([0.4, 0.5, 0.6]).deviation).toBeCloseTo(0.1);
    expect(spread([0.4]).deviation).toBe(0);
  });

  it('each run stands beside the others and the shipped bundle, and what no run measured is left out', () => {
    const page = seedsTable({ ...resultsWith({ wwq_dev_a: setWith(0.55) }), runs: [run('seed 1', 0.4), run('seed 2', 0.5), run('seed 3', 0.6)] });
    expect(page).toContain('| what | seed 1 | seed 2 | seed 3 | mean ± standard deviation | shipped |');
    expect(page).toContain('| wwq_dev_a | 40.0 | 50.0 | 60.0 | 50.0 ± 10.0 | 55.0 |');
    expect(page).not.toContain('mintaka');
  });

  it('says so where there is one seed', () => {
    expect(seedsTable(resultsWith({}))).toContain('not measured');
  });
});
