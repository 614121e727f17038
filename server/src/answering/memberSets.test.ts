import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ranked, type Attribute } from './memberSets';

const attribute = (values: readonly number[]): Attribute => ({ directed: 0, share: 1, members: values.map((value, node) => ({ node, value, until: value })).toSorted((a, b) => a.value - b.value) });

describe('ranked', () => {
  it('takes the greatest, the second least and all that tie', () => {
    expect(ranked(attribute([3, 9, 5]), 1, true).map(({ node }) => node)).toEqual([1]);
    expect(ranked(attribute([3, 9, 5]), 2, false).map(({ node }) => node)).toEqual([2]);
    expect(ranked(attribute([3, 9, 9]), 1, true).map(({ node }) => node)).toEqual([1, 2]);
  });

  it('has nothing to choose from one member, and no fourth of three', () => {
    expect(ranked(attribute([3]), 1, true)).toEqual([]);
    expect(ranked(attribute([-Infinity, 3, 9]), 1, false).map(({ node }) => node)).toEqual([1]);
    expect(ranked({ directed: 0, share: 1, members: [{ node: 5, value: 1885, until: 1889 }, { node: 5, value: 1893, until: 1897 }] }, 1, true)).toEqual([]);
    expect(ranked(attribute([3, 9, 5]), 4, true)).toEqual([]);
  });

  it('the greatest of all is the least from the other end', () => {
    fc.assert(fc.property(fc.array(fc.integer(), { minLength: 2, maxLength: 40 }), (values) => {
      expect(ranked(attribute(values), 1, true)).toEqual(ranked(attribute(values), values.length, false));
    }));
  });
});
