import { InvalidArgumentError } from 'commander';

/** A share from 0 to 1, given as an option. @throws InvalidArgumentError, which commander prints with the option's name */
export function share(text: string): number {
  const value = text.trim() === '' ? NaN : Number(text);
  if (!(value >= 0 && value <= 1)) throw new InvalidArgumentError('Give a number from 0 to 1.');
  return value;
}
