import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import type { GraphSource } from './graphSource';
import { ImportError } from './graphSource';

/** "starred_actors" and "starredActors" → "starred actors": a relation's label from its name. */
function labelOf(name: string): string {
  const last = name.split(/[/.#]/).at(-1) ?? name;
  return last.replaceAll('_', ' ').replaceAll(/([a-z])([A-Z])/g, '$1 $2').toLowerCase().trim();
}

/**
 * Reads a plain list of triples, a line each, separated by tabs or `|` (MetaQA, WorldCup2014, PathQuestion). Titles are the ids; relations are labelled from
 * their names.
 *
 * @throws ImportError naming file and line for a row that has not three columns
 */
export function readTriples(path: string): GraphSource {
  const bytes = readFileSync(path);
  const text = (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
  const titles = new Map<string, string>();
  const relations = new Set<string>();
  const triples: (readonly [string, string, string])[] = [];
  const nameOf = (cell: string): string => {
    const id = cell.trim();
    titles.set(id, id.replaceAll('_', ' '));
    return id;
  };
  for (const [index, raw] of text.split('\n').entries()) {
    const line = raw.trimEnd();
    if (line === '') continue;
    const cells = line.split(line.includes('\t') ? '\t' : '|');
    const [subject = '', relation = '', object = ''] = cells;
    if (cells.length < 3 || subject === '' || relation === '' || object === '') {
      throw new ImportError(`${path}:${String(index + 1)}: not a triple. Each line is subject, relation, object, separated by tabs or "|".`);
    }
    relations.add(relation);
    triples.push([nameOf(subject), relation, nameOf(object)]);
  }
  return {
    entities: [...titles].map(([id, label]) => ({ id, label, aliases: [], description: '' })),
    relations: [...relations].map((id) => ({ id, label: labelOf(id), aliases: [], description: '' })),
    triples,
    literals: [],
  };
}
