import { describe, expect, it } from 'vitest';
import { declineThreshold } from './declineThreshold';

const trained = (minimumScore: number) => ({ residuals: [{ id: 'P57', label: 'director', scale: 1, values: ['', ''] as const }], calibration: { minimumScore } });

describe('declineThreshold', () => {
  it('is the bundle\'s over a graph with relations that training knew', () => {
    expect(declineThreshold(trained(0.2), [{ id: 'P1', label: 'else' }, { id: 'P57', label: 'director' }])).toBe(0.2);
  });

  it('is lower over a graph of which training knew no relation, or another of the same id', () => {
    expect(declineThreshold(trained(0.2), [{ id: 'directed_by', label: 'directed by' }])).toBe(0.05);
    expect(declineThreshold(trained(0.2), [{ id: 'P57', label: 'phone number' }])).toBe(0.05);
    expect(declineThreshold(trained(0.01), [{ id: 'directed_by', label: 'directed by' }])).toBe(0.01);
  });
});
