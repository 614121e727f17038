import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { intersection } from '../../preview/fixtures';
import { fold, laneHead, lostBy, reachedText } from './lane';

describe('laneHead', () => {
  it('says in what each runner-up fell furthest behind', () => {
    const head = laneHead(intersection, 1);
    expect(head?.best?.id).toBe('Q17738');
    expect(head?.runnersUp.map(({ candidate, lostBy: part }) => [candidate.id, part])).toEqual([['Q462', 'fit'], ['Q165713', 'name'], ['Q54317', 'relation'], ['Q837131', 'relation']]);
    expect(head?.unsent).toBe(9);
  });

  it('is null for a mention that is not there', () => {
    expect(laneHead(intersection, 9)).toBeNull();
  });
});

it('names no part where the loser is nowhere behind', () => {
  const parts = { name: 1, fit: 1, relation: 1, prior: 1 };
  expect(lostBy(parts, parts)).toBeNull();
});

it('folds without losing an item, and never folds a single one', () => {
  fc.assert(fc.property(fc.array(fc.integer(), { maxLength: 30 }), fc.integer({ min: 1, max: 8 }), fc.nat(100), (items, open, more) => {
    const cut = fold(items, items.length + more, open);
    expect([...cut.open, ...cut.folded]).toEqual(items);
    expect(cut.unsent).toBe(more);
    expect(cut.folded.length).not.toBe(1);
  }));
});

it('says when a cap cut the frontier', () => {
  expect(reachedText({ entityCount: 1, truncated: false })).toBe('1 entity');
  expect(reachedText({ entityCount: 2000, truncated: true })).toBe('at least 2,000, cut off');
});
