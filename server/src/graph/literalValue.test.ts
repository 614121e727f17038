import { expect, it } from 'vitest';
import { quantityValue, timeValue } from './literalValue';

it('reads a date as years, before our era as negative ones', () => {
  expect(timeValue('^1969-07-20T00:00:00Z/11')).toBeCloseTo(1969 + 6 / 12 + 19 / 372, 9);
  expect(timeValue('^1969-00-00T00:00:00Z/9')).toBe(1969);
  expect(timeValue('^-0044-03-15T00:00:00Z/11')).toBeLessThan(0);
  expect(timeValue('soon')).toBeNaN();
});

it('reads a quantity with its unit, bounds left out', () => {
  expect(quantityValue('+82.6[82.5,82.7]Q11573')).toEqual({ number: 82.6, unit: 'Q11573' });
  expect(quantityValue('+1.5e3')).toEqual({ number: 1500, unit: '' });
  expect(quantityValue('-4')).toEqual({ number: -4, unit: '' });
  expect(quantityValue('many').number).toBeNaN();
});
