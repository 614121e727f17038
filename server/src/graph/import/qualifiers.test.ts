import { describe, expect, it } from 'vitest';
import { factsOfQualifiers } from './qualifiers';

const facts = (...rows: string[]): string[] => factsOfQualifiers(rows, (id) => id !== 'Q999').map((triple) => triple.join(' '));

describe('factsOfQualifiers', () => {
  it.each([
    ['film,P161,actor,P453,character', ['character P175 actor', 'film P674 character']],
    ['series,P725,voice,P453,character', ['character P725 voice', 'series P674 character']],
    ['film,P1411,award,P2453,person', ['person P1411 award']],
    ['film,P166,award,P1346,person', ['person P166 award']],
    ['person,P69,school,P812,subject,P512,degree', ['person P812 subject', 'person P512 degree']],
    ['person,P19,town,P131,county', ['town P131 county']],
  ])('reads %s', (row, expected) => {
    expect(facts(row)).toEqual(expected);
  });

  it('reads several values of one qualifier, and rows with a carriage return', () => {
    expect(facts('film,P161,actor,P453,one,P453,two\r')).toEqual(['one P175 actor', 'film P674 one', 'two P175 actor', 'film P674 two']);
  });

  it('leaves out roles that are no characters, objects that are unknown and qualifiers without a rule', () => {
    expect(facts('film,P161,actor,P453,Q18086706', 'film,P161,Q999,P453,character', 'person,P39,office,P1366,other', 'person,P19,town,P17,empire', '')).toEqual([]);
  });
});
