import { describe, expect, it } from 'vitest';
import { smallField } from '../../answering/smallGraph';
import { goldAnswersOf } from './goldAnswers';

const { graph } = smallField([['Q5', 'born', 'Paris'], ['Q5', 'knows', 'Parisian']], [['Q5', 'height', '+180', 'quantity']]);

describe('goldAnswersOf', () => {
  it('finds the entities that are named by id or by title, and no longer title', () => {
    expect(goldAnswersOf(graph, ['Q5', 'paris']).nodes.map((node) => graph.idOf(node))).toEqual(['Q5', 'Paris']);
    expect(goldAnswersOf(graph, ['Pari']).nodes).toEqual([]);
  });
  it('knows what may be a literal: no entity, and no id whether the graph has it or not', () => {
    expect(goldAnswersOf(graph, ['180']).mayBeLiteral).toBe(true);
    expect(goldAnswersOf(graph, ['Q5', 'Paris', 'Q999', 'm.0bxtg']).mayBeLiteral).toBe(false);
  });
  it('compares nodes: entities by who they are, literals by their value', () => {
    const gold = goldAnswersOf(graph, ['180', 'Q5']);
    const literal = Array.from({ length: graph.nodeCount }, (_, node) => node).filter((node) => gold.isNode(node)).map((node) => graph.labelOf(node));
    expect(literal).toEqual(['Q5', '180']);
    expect(goldAnswersOf(graph, ['none']).none).toBe(true);
  });
});
