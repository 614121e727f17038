import { describe, expect, it } from 'vitest';
import { readRows } from './messages';

describe('readRows', () => {
  it('reads rows and nothing else', () => {
    const rows = { type: 'rows', group: 'wrong-relation', html: '<tr></tr>', offset: 50, count: 90 };
    expect(readRows(rows)).toEqual(rows);
    for (const other of [null, 'rows', { ...rows, type: 'x' }, { ...rows, group: 'x' }, { ...rows, html: 1 }, { ...rows, count: '3' }]) expect(readRows(other)).toBeUndefined();
  });
});
