import { expect, it } from 'vitest';
import { share } from './share';

it('takes 0 to 1 and says what it takes otherwise', () => {
  expect(['0', '1', '.25', '1e-3'].map(share)).toEqual([0, 1, 0.25, 0.001]);
  for (const bad of ['', ' ', '1.01', '-0.1', '40%', 'NaN']) expect(() => share(bad), bad).toThrow('from 0 to 1');
});
