import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { smallField } from '../answering/smallGraph';
import { goldAnswersOf, goldSet, type Given, type Names } from './goldMatch';

/** Whether an answer equals one gold answer. */
const equalsGold = (answer: Given, gold: string, names?: Names): boolean => goldSet([gold], names).matches(answer).length > 0;

const literal = (value: string, label = value) => ({ id: '', label, value });
const entity = (id: string, label: string) => ({ id, label });
const NAMES: Names = {
  nodeOf: (id) => (id === 'Q2263' ? 0 : undefined),
  entity: () => ({ id: 'Q2263', label: 'Tom Hanks', description: '', aliases: ['Thomas Jeffrey Hanks'], types: [], degree: 1 }),
};

describe('one gold answer', () => {
  it('compares ids by id only', () => {
    expect(equalsGold(entity('Q2263', 'Tom Hanks'), 'Q2263')).toBe(true);
    expect(equalsGold(entity('Q1', 'Q2263'), 'Q2263')).toBe(false);
    expect(equalsGold(entity('m.0bxtg', 'Tom Hanks'), 'm.0bxtg')).toBe(true);
    expect(equalsGold(entity('Q1', '/m/0bxtg'), '/m/0bxtg')).toBe(false);
    expect(equalsGold(entity('Heat', 'Heat'), 'Heat', { ...NAMES, nodeOf: (id) => (id === 'Heat' ? 1 : undefined) })).toBe(true);
    expect(equalsGold(entity('Heat 2', 'heat'), 'Heat', { ...NAMES, nodeOf: (id) => (id === 'Heat' ? 1 : undefined) })).toBe(false);
  });

  it('compares labels and aliases where gold is no id', () => {
    expect(equalsGold(entity('Q2263', 'Tom Hanks'), 'tom  hanks', NAMES)).toBe(true);
    expect(equalsGold(entity('Q2263', 'Tom Hanks'), 'Thomas Jeffrey Hanks', NAMES)).toBe(true);
    expect(equalsGold(entity('Q2263', 'Tom Hanks'), 'Hanks', NAMES)).toBe(false);
    expect(equalsGold(entity('Q5', '21 Grams'), '21')).toBe(false);
    expect(equalsGold(entity('Q5', ''), '')).toBe(false);
  });

  it.each([['3', '3.0'], ['+3', '3'], ['1,234', '1234'], ['+170.5[+170,+171]Q174728', '170.5 cm'], ['2500000', '2.5 million'], ['0', '-0'], ['+9', '9 years'], ['"7"^^<http://www.w3.org/2001/XMLSchema#integer>', '7']])('%s is the number %s', (a, b) => {
    expect(equalsGold(literal(a), b)).toBe(true);
    expect(equalsGold(literal(b), a)).toBe(true);
  });

  it.each([['3', '4'], ['3', '-3'], ['1,234', '1.234'], ['2', '2.5 million'], ['3', 'three hundred'], ['true', '1'], ['44', '44 BC']])('%s is not %s', (a, b) => {
    expect(equalsGold(literal(a), b)).toBe(false);
    expect(equalsGold(literal(b), a)).toBe(false);
  });

  it.each([
    ['^1452-04-15T00:00:00Z/11', '1452'], ['^1452-04-15T00:00:00Z/11', '1452-04'], ['^1452-04-15T00:00:00Z/11', '1452-04-15'], ['^1452-00-00T00:00:00Z/9', '1452-04-15'],
    ['^1452-01-01T00:00:00Z/9', '1452-04-15T00:00:00Z'], ['^-0044-03-15T00:00:00Z/11', '44 BC'], ['^1984-01-01T00:00:00Z/8', '1980s'], ['^1984-01-01T00:00:00Z/9', '1980s'], ['^1466-01-01T00:00:00Z/7', '15th century'],
    ['^1500-01-01T00:00:00Z/9', '15th century'],
  ])('%s is the time %s', (a, b) => {
    expect(equalsGold(literal(a), b)).toBe(true);
    expect(equalsGold(literal(b), a)).toBe(true);
  });

  it.each([['^1452-04-15T00:00:00Z/11', '1453'], ['^1452-04-15T00:00:00Z/11', '1452-05'], ['^1452-04-15T00:00:00Z/11', '1452-04-16'], ['^-0044-03-15T00:00:00Z/11', '44'], ['^1501-01-01T00:00:00Z/9', '15th century']])('%s is not the time %s', (a, b) => {
    expect(equalsGold(literal(a), b)).toBe(false);
  });

  it('compares truth values', () => {
    expect(equalsGold(literal('true', 'yes'), 'True')).toBe(true);
    expect(equalsGold(literal('true', 'yes'), 'Yes')).toBe(true);
    expect(equalsGold(literal('false', 'no'), 'true')).toBe(false);
  });

  it('takes any text as equal to itself, either way round, and never an empty one', () => {
    fc.assert(fc.property(fc.string({ minLength: 1 }).filter((text) => text.trim() !== '' && !/^[QPL]\d+$/.test(text)), fc.string(), (a, b) => {
      expect(equalsGold(literal(a), a)).toBe(true);
      expect(equalsGold(literal(a), b)).toBe(equalsGold(literal(b), a));
      expect(equalsGold(entity('Q1', a), '')).toBe(false);
    }));
  });

  it('takes a number as equal to itself however it is written, and not to another', () => {
    fc.assert(fc.property(fc.integer({ min: -1e9, max: 1e9 }), fc.integer({ min: 1, max: 1000 }), (n, more) => {
      for (const written of [`${String(n)}.0`, n.toLocaleString('en-US'), `${String(n)} people`, ...(n >= 0 ? [`+${String(n)}`] : [])]) expect(equalsGold(literal(String(n)), written)).toBe(true);
      // Numbers so close that they would be one value written with fewer digits are apart from a million on.
      if (Math.abs(n) < 5e5) expect(equalsGold(literal(String(n)), String(n + more))).toBe(false);
    }));
  });

  it('takes a day as equal to its month and year, and to no other', () => {
    fc.assert(fc.property(fc.date({ min: new Date('0100-01-01'), max: new Date('2100-01-01'), noInvalidDate: true }), fc.integer({ min: 1, max: 300 }), (date, days) => {
      const day = date.toISOString().slice(0, 10);
      const other = new Date(date.getTime() + days * 86_400_000).toISOString().slice(0, 10);
      const own = literal(`^${day}T00:00:00Z/11`);
      for (const coarser of [day, day.slice(0, 7), day.slice(0, 4), `${day}T00:00:00Z`]) expect(equalsGold(own, coarser)).toBe(true);
      expect(equalsGold(own, other)).toBe(false);
    }));
  });
});

describe('goldSet', () => {
  it('counts what is listed twice once', () => {
    expect(goldSet(['Q1', 'Q1', 'Q2']).size).toBe(2);
    expect(goldSet(['3', '3.0', '+3']).size).toBe(1);
    expect(goldSet(['Heat', 'heat']).size).toBe(1);
  });

  it('says which gold answers an answer equals', () => {
    const gold = goldSet(['Q1', 'Tom Hanks', '1999']);
    expect(gold.matches(entity('Q1', 'x'))).toEqual([0]);
    expect(gold.matches(entity('Q9', 'Tom Hanks'))).toEqual([1]);
    expect(gold.matches(literal('^1999-05-01T00:00:00Z/11'))).toEqual([2]);
    expect(gold.matches(entity('Q7', 'Heat'))).toEqual([]);
  });

  it('knows that there is no answer', () => {
    expect(goldSet([]).none).toBe(true);
    expect(goldSet(['none']).none).toBe(true);
    expect(goldSet(['Q1']).none).toBe(false);
  });
});

const { graph } = smallField([['Q5', 'born', 'Paris'], ['Q5', 'knows', 'Parisian']], [['Q5', 'height', '+180', 'quantity']]);

describe('goldAnswersOf', () => {
  it('finds the entities that are named by id or by title, and no longer title', () => {
    expect(goldAnswersOf(graph, ['Q5', 'paris']).nodes.map((node) => graph.idOf(node))).toEqual(['Q5', 'Paris']);
    expect(goldAnswersOf(graph, ['Pari']).nodes).toEqual([]);
  });
  it('finds a short title among many longer ones that are better known', () => {
    const longer = Array.from({ length: 40 }, (_, k): readonly [string, string, string] => [`Up ${String(k)}`, 'part of', 'Upland']);
    const small = smallField([...longer, ['Up', 'born', 'Paris']]).graph;
    expect(goldAnswersOf(small, ['up']).nodes.map((node) => small.idOf(node))).toEqual(['Up']);
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
