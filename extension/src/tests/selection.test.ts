import { describe, expect, it } from 'vitest';
import { selectionOf } from './selection';

const all = () => [0, 1, 2];
const plain = (selection: ReturnType<typeof selectionOf>) => [...selection].map(([uri, indices]) => [uri, indices === null ? null : [...indices]]);

describe('selectionOf', () => {
  it('gathers the questions of a file', () => {
    expect(plain(selectionOf([{ uri: 'a', indices: [1] }, { uri: 'b', indices: [0] }, { uri: 'a', indices: [2, 1] }], [], all))).toEqual([['a', [1, 2]], ['b', [0]]]);
  });
  it('takes a whole file for all of its questions', () => {
    expect(plain(selectionOf([{ uri: 'a', indices: [1] }, { uri: 'a', indices: null }, { uri: 'a', indices: [2] }], [], all))).toEqual([['a', null]]);
  });
  it('leaves out what is excluded', () => {
    expect(plain(selectionOf([{ uri: 'a', indices: null }, { uri: 'b', indices: null }], [{ uri: 'a', indices: [1] }, { uri: 'b', indices: null }], all))).toEqual([['a', [0, 2]]]);
    expect(plain(selectionOf([{ uri: 'a', indices: [1] }], [{ uri: 'a', indices: [1] }], all))).toEqual([]);
  });
});
