import { expect, it } from 'vitest';
import { lineOf } from './sureness';

it('draws a line by the two thresholds, each of which belongs to the surer side', () => {
  expect([1, 0.8, 0.799, 0.5, 0.499, 0].map(lineOf)).toEqual(['solid', 'solid', 'dashed', 'dashed', 'dotted', 'dotted']);
});
