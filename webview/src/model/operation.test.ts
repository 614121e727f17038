import { describe, expect, it } from 'vitest';
import { chain, highest } from '../../preview/fixtures';
import { operationView } from './operation';

describe('operationView', () => {
  it('is nothing where what was reached is listed as it is', () => {
    expect(operationView(chain)).toBeNull();
  });
  it('says what was compared, which one is asked for, and why it was chosen', () => {
    const view = operationView(highest);
    expect(view).toMatchObject({ title: 'the greatest', details: ['by elevation above sea level (P2044)', 'the second'], hasValues: true, unsent: 40 });
    expect(view?.scores.map(({ name, chosen }) => [name, chosen])).toEqual([['the greatest', true], ['list', false], ['count', false]]);
  });
  it('has no column of values for a count', () => {
    const operation = { ...highest.operation!, name: 'count' as const, attribute: null, ordinal: 1, inputs: highest.operation!.inputs.map((input) => ({ ...input, read: '' })) };
    expect(operationView({ operation })).toMatchObject({ title: 'count', details: [], hasValues: false });
  });
});
