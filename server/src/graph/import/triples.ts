import { isBackwards, kgtkDate } from './dates';
import { type GraphSource, type HeldFact, ImportError } from './graphSource';
import { readText } from './readRows';

const INVERSE = /_inverse$/;

/** "starred_actors" and "starredActors" → "starred actors": a relation's label from its name. */
function labelOf(name: string): string {
  const last = name.split(/[/.#]/).at(-1) ?? name;
  return last.replaceAll('_', ' ').replaceAll(/([a-z])([A-Z])/g, '$1 $2').toLowerCase().trim();
}

/**
 * Reads a plain list of triples, a line each, separated by tabs or `|` (MetaQA, WorldCup2014, PathQuestion), gzipped or not. Titles are the ids; relations are
 * labelled from their names. `x r_inverse y` is read as `y r x`: every relation can be followed backwards. Two further cells may say from when to when the fact
 * held (`1969`, `1969-07`, `1969-07-20`; empty for open); it stands once for each period.
 *
 * @throws ImportError naming the file, and the line of a row that has not three cells or five, or a date that does not parse
 */
export function readTriples(path: string): GraphSource {
  const titles = new Map<string, string>();
  const relations = new Set<string>();
  const triples: (readonly [string, string, string])[] = [];
  const times: HeldFact[] = [];
  for (const [index, raw] of readText(path).split('\n').entries()) {
    const line = raw.replace(/\r$/, '');
    if (line.trim() === '') continue;
    const [subject = '', relation = '', object = '', ...more] = line.split(line.trimEnd().includes('\t') ? '\t' : '|').map((cell) => cell.trim());
    if (subject === '' || relation === '' || object === '' || (more.some((cell) => cell !== '') && more.length !== 2)) {
      throw new ImportError(`${path}:${String(index + 1)}: not a triple. Each line is subject, relation, object, and the dates from when to when the fact held where they are known, separated by tabs or "|".`);
    }
    for (const id of [subject, object]) titles.set(id, id.replaceAll('_', ' '));
    const name = relation.replace(INVERSE, '');
    relations.add(name);
    const triple = name === relation ? ([subject, name, object] as const) : ([object, name, subject] as const);
    triples.push(triple);
    const [from, to] = [kgtkDate(more[0] ?? ''), kgtkDate(more[1] ?? '')];
    if (from === undefined || to === undefined) throw new ImportError(`${path}:${String(index + 1)}: "${more.join(' ')}" are no dates. Write them as 1969, 1969-07 or 1969-07-20, or leave them empty.`);
    if (isBackwards(from, to)) throw new ImportError(`${path}:${String(index + 1)}: the fact ends (${more[1] ?? ''}) before it begins (${more[0] ?? ''}). Give the earlier date first.`);
    if (from !== '' || to !== '') times.push({ subject: triple[0], relation: name, object: triple[2], from, to });
  }
  if (triples.length === 0) throw new ImportError(`${path} holds no triples. Each line is subject, relation, object, separated by tabs or "|".`);
  return {
    entities: [...titles].map(([id, label]) => ({ id, label, aliases: [], description: '' })),
    relations: [...relations].map((id) => ({ id, label: labelOf(id), aliases: [], description: '' })),
    triples,
    literals: [],
    times,
  };
}
