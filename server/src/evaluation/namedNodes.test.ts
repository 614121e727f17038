import { describe, expect, it } from 'vitest';
import { smallField } from '../answering/smallGraph';
import { isId, namedNodes } from './namedNodes';

describe('isId', () => {
  it.each(['Q90', 'P19', 'L7', 'm.0bxtg', '/m/0bxtg', 'g.11b5lz'])('%s is an id', (text) => {
    expect(isId(text)).toBe(true);
  });
  it.each(['Paris', 'X2', 'B-52', '1999', ''])('“%s” is none', (text) => {
    expect(isId(text)).toBe(false);
  });
});

describe('namedNodes', () => {
  it('finds what has the title, and nothing that only begins with it', () => {
    const { graph } = smallField([...Array.from({ length: 40 }, (_, k): readonly [string, string, string] => [`Her ${String(k)}`, 'part of', 'Heroes']), ['Her', 'director', 'Spike']]);
    const named = (title: string) => namedNodes(graph, title, (node) => graph.labelOf(node).toLowerCase() === title).map((node) => graph.idOf(node));
    expect(named('her')).toEqual(['Her']);
    expect(named('he')).toEqual([]);
  });
});
