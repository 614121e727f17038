import { expect, it } from 'vitest';
import { closeClasses } from './closeClasses';

const TRIPLES = [
  ['Berlin', 'P31', 'big city'], ['Bonn', 'P31', 'city'], ['big city', 'P279', 'city'], ['metropolis', 'P279', 'big city'], ['Tokyo', 'P31', 'metropolis'],
  ['Hamlet', 'P31', 'literary work'], ['city', 'P279', 'settlement'],
] as const;

it('makes the instances of subclasses instances of a listed class, once', () => {
  expect(closeClasses(TRIPLES, new Map([['city', []]]))).toEqual([['Berlin', 'P31', 'city'], ['Tokyo', 'P31', 'city']]);
});

it('counts the instances of the classes named beside it, and closes no class that is not listed', () => {
  expect(closeClasses(TRIPLES, new Map([['book', ['literary work']]]))).toEqual([['Hamlet', 'P31', 'book']]);
});

it('ends on a circle of subclasses', () => {
  expect(closeClasses([['a', 'P279', 'b'], ['b', 'P279', 'a'], ['x', 'P31', 'a']], new Map([['b', []]]))).toEqual([['x', 'P31', 'b']]);
});
