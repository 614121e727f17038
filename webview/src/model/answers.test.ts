import { describe, expect, it } from 'vitest';
import type { Answer } from '../../../server/src/protocol';
import { sameNote } from './answers';

const told = (...ids: readonly string[]): { readonly answers: readonly Answer[] } => ({ answers: ids.map((id, k) => ({ id, label: `Label ${id}`, score: 1 - k / 10, proofs: [] })) });

describe('sameNote', () => {
  it('tells the same answers from the same first one with others behind it', () => {
    expect(sameNote(told('Q1'), told('Q1'))).toBe('the same answer');
    expect(sameNote(told('Q1', 'Q2', 'Q3'), told('Q1', 'Q3', 'Q2'))).toBe('the same answers');
    expect(sameNote(told('Q1', 'Q2'), told('Q1'))).toBe('the same first, others behind it');
    expect(sameNote(told('Q1', 'Q2'), told('Q2', 'Q1'))).toBe('');
    expect(sameNote(told(), told())).toBe('');
  });
});
