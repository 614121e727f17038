import type { GraphSource } from './graphSource';
import { ImportError } from './graphSource';
import { readText } from './readRows';

const INVERSE = /_inverse$/;

/** "starred_actors" and "starredActors" → "starred actors": a relation's label from its name. */
function labelOf(name: string): string {
  const last = name.split(/[/.#]/).at(-1) ?? name;
  return last.replaceAll('_', ' ').replaceAll(/([a-z])([A-Z])/g, '$1 $2').toLowerCase().trim();
}

/**
 * Reads a plain list of triples, a line each, separated by tabs or `|` (MetaQA, WorldCup2014, PathQuestion), gzipped or not. Titles are the ids; relations are
 * labelled from their names. `x r_inverse y` is read as `y r x`: every relation can be followed backwards.
 *
 * @throws ImportError naming the file, and the line of a row that has not three cells
 */
export function readTriples(path: string): GraphSource {
  const titles = new Map<string, string>();
  const relations = new Set<string>();
  const triples: (readonly [string, string, string])[] = [];
  for (const [index, raw] of readText(path).split('\n').entries()) {
    const line = raw.trimEnd();
    if (line === '') continue;
    const [subject = '', relation = '', object = '', ...more] = line.split(line.includes('\t') ? '\t' : '|').map((cell) => cell.trim());
    if (subject === '' || relation === '' || object === '' || more.length > 0) {
      throw new ImportError(`${path}:${String(index + 1)}: not a triple. Each line is subject, relation, object, separated by tabs or "|".`);
    }
    for (const id of [subject, object]) titles.set(id, id.replaceAll('_', ' '));
    const name = relation.replace(INVERSE, '');
    relations.add(name);
    triples.push(name === relation ? [subject, name, object] : [object, name, subject]);
  }
  if (triples.length === 0) throw new ImportError(`${path} holds no triples. Each line is subject, relation, object, separated by tabs or "|".`);
  return {
    entities: [...titles].map(([id, label]) => ({ id, label, aliases: [], description: '' })),
    relations: [...relations].map((id) => ({ id, label: labelOf(id), aliases: [], description: '' })),
    triples,
    literals: [],
  };
}
