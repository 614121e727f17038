import fc from 'fast-check';
import { expect, it } from 'vitest';
import { listOf } from './listOf';

it.each([
  ['', []], ['Q90', ['Q90']], ['Q90|Q84', ['Q90', 'Q84']], ['Paris ; London', ['Paris', 'London']], ['Q90, Q84 Q64', ['Q90', 'Q84', 'Q64']], ['New York, New York', ['New York, New York']],
  ['["Q90", 3, true]', ['Q90', '3', 'true']], ["['Q90', \"L'Aquila\", 'it\\'s', 3.5, True]", ['Q90', "L'Aquila", "it's", '3.5', 'true']], ['[]', []], ['[sic] a title', ['[sic] a title']], ['[sic]', ['[sic]']],
])('reads %s', (cell, values) => {
  expect(listOf(cell)).toEqual(values);
});

it('reads back any list that JSON writes', () => {
  fc.assert(fc.property(fc.array(fc.oneof(fc.string(), fc.integer(), fc.boolean())), (list) => {
    expect(listOf(JSON.stringify(list))).toEqual(list.map(String));
  }));
});
