import { existsSync } from 'node:fs';
import { readText } from './readRows';

type Triple = readonly [string, string, string];
type Rule = (subject: string, object: string, value: string) => readonly Triple[];

/** Roles that are no characters: "themselves", "additional voices", "cameo appearance". */
const NO_CHARACTERS = new Set(['Q18086706', 'Q24037904', 'Q191796']);

const winner: Rule = (_, award, person) => [[person, 'P166', award]];
const nominee: Rule = (_, award, person) => [[person, 'P1411', award]];
const placeIn: Rule = (_, place, region) => [[place, 'P131', region]];

/**
 * What a statement with a qualifier says beside itself, by property and qualifier. Only those whose second fact holds by itself are read: that a politician
 * "replaces" another holds in one office only, and the country of a birthplace is often the one of that time.
 */
const RULES: Readonly<Record<string, Rule>> = {
  // A cast member in a role: who plays the character, and that the work has it.
  'P161 P453': (work, actor, character) => (NO_CHARACTERS.has(character) ? [] : [[character, 'P175', actor], [work, 'P674', character]]),
  'P725 P453': (work, actor, character) => (NO_CHARACTERS.has(character) ? [] : [[character, 'P725', actor], [work, 'P674', character]]),
  // Awards and nominations of a work name the person, those of a person the work.
  'P166 P1346': winner,
  'P166 P1706': winner,
  'P166 P1686': winner,
  'P1346 P1686': (award, _, work) => [[work, 'P166', award]],
  'P1411 P2453': nominee,
  'P1411 P1686': nominee,
  'P179 P155': (work, _, before) => [[work, 'P155', before]],
  'P179 P156': (work, _, after) => [[work, 'P156', after]],
  'P69 P812': (person, _, subject) => [[person, 'P812', subject]],
  'P69 P512': (person, _, degree) => [[person, 'P512', degree]],
  'P54 P413': (player, _, position) => [[player, 'P413', position]],
  'P35 P39': (_, person, office) => [[person, 'P39', office]],
  'P6 P102': (_, person, party) => [[person, 'P102', party]],
  'P19 P131': placeIn,
  'P20 P131': placeIn,
  'P159 P131': placeIn,
};

/** Facts that the qualifiers of statements add; each row is `subject,property,object(,qualifier,value)*`. A row whose object is not an entity of ours is left out. */
export function factsOfQualifiers(rows: Iterable<string>, isEntity: (id: string) => boolean): Triple[] {
  const facts: Triple[] = [];
  for (const row of rows) {
    const [subject = '', property = '', object = '', ...qualifiers] = row.trim().split(',');
    if (!isEntity(object)) continue;
    for (let k = 0; k + 1 < qualifiers.length; k += 2) {
      const rule = RULES[`${property} ${qualifiers[k] ?? ''}`];
      if (rule !== undefined) facts.push(...rule(subject, object, qualifiers[k + 1] ?? ''));
    }
  }
  return facts;
}

/** The rows of `qualifiers.csv.gz`; none where an extract has no such file. */
export function qualifierRows(path: string): string[] {
  return existsSync(path) ? readText(path).split('\n') : [];
}
