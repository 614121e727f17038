import { expect, it } from 'vitest';
import { cuesOf } from './cues';

it('finds ordinals as words and as digits', () => {
  expect(cuesOf('the second largest city in Spain').ordinal).toBe(2);
  expect(cuesOf('What was her 3rd album?').ordinal).toBe(3);
  expect(cuesOf('the largest city').ordinal).toBe(1);
});

it('finds a year, and no other number', () => {
  expect(cuesOf('films released in 1994?').year).toBe(1994);
  expect(cuesOf('cities with over 12,000 people').year).toBe(0);
  expect(cuesOf('born on 1994-03-01').year).toBe(0);
});
