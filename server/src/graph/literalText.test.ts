import { describe, expect, it } from 'vitest';
import { literalKey, literalOfKey, literalText } from './literalText';

const UNITS: Readonly<Record<string, string>> = { Q11573: 'metre', Q712226: 'square kilometre' };
const unit = (id: string): string => UNITS[id] ?? '';

describe('literalText', () => {
  it.each([
    ['^1452-04-15T00:00:00Z/11', '15 April 1452'],
    ['^1971-05-00T00:00:00Z/10', 'May 1971'],
    ['^1971-01-01T00:00:00Z/9', '1971'],
    ['^1960-01-01T00:00:00Z/8', '1960s'],
    ['^1801-01-01T00:00:00Z/7', '19th century'],
    ['^1900-01-01T00:00:00Z/7', '19th century'],
    ['^0200-01-01T00:00:00Z/7', '2nd century'],
    ['^-0044-03-15T00:00:00Z/11', '15 March 44 BC'],
    ['^-0500-01-01T00:00:00Z/9', '500 BC'],
    ['someday', 'someday'],
  ])('reads the time %s', (value, text) => {
    expect(literalText(value, 'time', unit)).toBe(text);
  });

  it.each([
    ['+33787', '33,787'],
    ['+43Q11573', '43 metre'],
    ['-428[-429,-427]Q11573', '-428 metre'],
    ['+643801Q712226', '643,801 square kilometre'],
    ['+0.641', '0.641'],
    ['+1.5e6', '1,500,000'],
    ['+3Q999', '3'],
    ['many', 'many'],
  ])('reads the quantity %s', (value, text) => {
    expect(literalText(value, 'quantity', unit)).toBe(text);
  });

  it('takes the quotation marks off a string', () => {
    expect(literalText('"Alfa"', 'string', unit)).toBe('Alfa');
  });
});

it('a literal is kept as kind and value', () => {
  expect(literalOfKey(literalKey('quantity', '+1\n2'))).toEqual({ kind: 'quantity', value: '+1\n2' });
  expect(literalOfKey('odd\nx')).toEqual({ kind: 'string', value: 'x' });
});
