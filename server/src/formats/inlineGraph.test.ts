import fc from 'fast-check';
import { expect, it } from 'vitest';
import { withoutGraphs } from './inlineGraph';

const EDGES = fc.array(fc.array(fc.oneof(fc.string(), fc.constantFrom('"', '\\', ']', '[[', '\\"graph": [')), { minLength: 3, maxLength: 3 }), { maxLength: 4 });

it('puts graphs away, keeps every other value and every offset', () => {
  fc.assert(fc.property(fc.array(fc.tuple(fc.string(), EDGES, fc.jsonValue({ maxDepth: 2 })), { maxLength: 4 }), fc.constantFrom(0, 2), (rows, indent) => {
    const json = JSON.stringify(rows.map(([question, graph, more]) => ({ question, graph, more: [more], after: question })), null, indent);
    const without = withoutGraphs(json);
    expect(without).toHaveLength(json.length);
    const [before, after] = [JSON.parse(json), JSON.parse(without)] as { graph: unknown[]; question: string; more: unknown; after: string }[][];
    const rest = (list: typeof before): unknown[] => (list ?? []).map(({ question, after: last }) => ({ question, last }));
    expect(rest(after)).toEqual(rest(before));
    for (const row of after ?? []) expect(row.graph.every((edge) => typeof edge === 'string')).toBe(true);
  }));
});

it('leaves a graph that does not end', () => {
  expect(withoutGraphs('{"graph": [["a", "b"')).toBe('{"graph": [["a", "b"');
});
