import type { NamedEntity } from './namedEntity';
import { normalise } from './normalise';
import { FUNCTION_WORDS, QUESTION_WORDS } from './stopWords';

const FEWEST_LETTERS = 3;
const MOST_LETTERS = 5;
/** Less linked entities are not known by their initials; beyond the best known few, initials are chance. */
const LEAST_DEGREE = 20;
const MOST_BEARERS = 3;

/** The initials of a name's capitalised words ("National Basketball Association" → "nba"); undefined where they make no acronym. */
export function acronymOf(name: string): string | undefined {
  const initials = name.split(/[\s\-–]+/u).flatMap(word => /^\p{Lu}/u.exec(word)?.[0] ?? []);
  const acronym = normalise(initials.join(''));
  const fits = acronym.length >= FEWEST_LETTERS && acronym.length <= MOST_LETTERS;
  return fits && !FUNCTION_WORDS.has(acronym) && !QUESTION_WORDS.has(acronym) ? acronym : undefined;
}

/** The most linked entities of each acronym of a label, most linked first. */
export function acronyms(entities: readonly NamedEntity[]): Map<string, readonly number[]> {
  const bearers = new Map<string, number[]>();
  entities.forEach(({ label, degree }, node) => {
    const acronym = degree < LEAST_DEGREE ? undefined : acronymOf(label);
    if (acronym === undefined) return;
    const known = bearers.get(acronym);
    if (known === undefined) bearers.set(acronym, [node]);
    else known.push(node);
  });
  const degreeOf = (node: number): number => entities[node]?.degree ?? 0;
  for (const [acronym, nodes] of bearers) bearers.set(acronym, nodes.sort((a, b) => degreeOf(b) - degreeOf(a) || a - b).slice(0, MOST_BEARERS));
  return bearers;
}
