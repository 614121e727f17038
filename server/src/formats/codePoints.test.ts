import { expect, it } from 'vitest';
import { utf16 } from './codePoints';

it('utf16 counts units where the data set counts code points', () => {
  expect([0, 1, 2, 9].map((count) => utf16('😀ab', count))).toEqual([0, 2, 3, 4]);
});
