import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { cleanNames, cleanText } from './cleanText';
import { isBackwards, kgtkDate } from './dates';
import { ImportError, type SourceEntity, type SourceRelation } from './graphSource';
import { readRows } from './readRows';

/** A row of a table of facts, with the file it stands in. */
export interface FactRow {
  readonly head: string;
  readonly property: string;
  /** An id, or a literal in KGTK notation. */
  readonly tail: string;
  readonly file: string;
}

/** A fact with the time at which it held. */
export interface HeldRow extends FactRow {
  /** KGTK dates; empty where it is open. */
  readonly from: string;
  readonly to: string;
}

/** The tables of `facts/`, as they are written (the README there says what each holds). */
export interface FactTables {
  readonly facts: readonly FactRow[];
  /** When facts held; the facts themselves stand in the graph, or are added. */
  readonly held: readonly HeldRow[];
  readonly entities: readonly SourceEntity[];
  /** Types of the entities above: facts too. */
  readonly types: readonly FactRow[];
  readonly relations: readonly SourceRelation[];
  /** Further names by id. */
  readonly names: ReadonlyMap<string, readonly string[]>;
  /** Aliases that are no names, by id. */
  readonly notNames: ReadonlyMap<string, ReadonlySet<string>>;
  /** What says a property from its other end: itself for a symmetric one (spouse), another for one of a pair (award received, winner). */
  readonly backwards: ReadonlyMap<string, string>;
  /** Classes that are closed upwards, with further classes whose instances count. */
  readonly classes: ReadonlyMap<string, readonly string[]>;
  readonly retracted: readonly FactRow[];
  /** Names derived from a place's own, by id. */
  readonly demonyms: ReadonlyMap<string, readonly string[]>;
}

const ENTITIES = /^(?:.+-)?entities\.tsv$/;
const RELATIONS = /^(?:.+-)?relations\.tsv$/;
const HELD = /^held-.+\.tsv$/;
const OTHERS = new Set(['not-names.tsv', 'symmetric.tsv', 'inverse.tsv', 'retract.tsv', 'demonyms.tsv', 'classes.tsv']);

/** Reads the tables of a folder; those it lacks are empty. @throws ImportError for a bad row, naming file and line */
export function readFactTables(folder: string): FactTables {
  const files = readdirSync(folder).filter((file) => file.endsWith('.tsv')).sort();
  const rows = (file: string, columns: number): (readonly string[])[] => (existsSync(join(folder, file)) ? readRows(join(folder, file), columns, false) : []);
  const factsIn = (file: string): FactRow[] => rows(file, 3).map(([head = '', property = '', tail = '']) => ({ head, property, tail, file: join(folder, file) }));
  const entityFiles = files.filter((file) => ENTITIES.test(file));
  const entityRows = entityFiles.flatMap((file) => rows(file, 4).map((row) => ({ row, file: join(folder, file) })));
  const nameFiles = existsSync(join(folder, 'names')) ? readdirSync(join(folder, 'names')).filter((file) => file.endsWith('.tsv')).sort() : [];
  return {
    facts: files.filter((file) => !ENTITIES.test(file) && !HELD.test(file) && !RELATIONS.test(file) && !OTHERS.has(file)).flatMap(factsIn),
    held: files.filter((file) => HELD.test(file)).flatMap((file) => rows(file, 5).map((row) => heldRow(row, join(folder, file)))),
    entities: entityRows.map(({ row: [id = '', label = '', aliases = '', description = ''] }) => ({ id, label, aliases: cleanNames(aliases, label), description })),
    types: entityRows.flatMap(({ row, file }) => (row[4] ?? '').split(' ').filter((type) => type !== '').map((type) => ({ head: row[0] ?? '', property: 'P31', tail: type, file }))),
    relations: files.filter((file) => RELATIONS.test(file)).flatMap((file) => rows(file, 2)).map(([id = '', label = '', aliases = '', description = '']) => ({
      id, label, aliases: cleanNames(aliases, label), description,
    })),
    names: grouped(nameFiles.flatMap((file) => rows(join('names', file), 2))),
    notNames: new Map([...grouped(rows('not-names.tsv', 2))].map(([id, names]) => [id, new Set(names)])),
    backwards: new Map([
      ...rows('symmetric.tsv', 1).map(([property = '']) => [property, property] as const),
      ...rows('inverse.tsv', 2).flatMap(([one = '', other = '']) => [[one, other], [other, one]] as const),
    ]),
    classes: new Map(rows('classes.tsv', 2).map(([id = '', , also = '']) => [id, also.split(' ').filter((one) => one !== '')])),
    retracted: factsIn('retract.tsv'),
    demonyms: new Map(rows('demonyms.tsv', 2).map(([id = '', words = '']) => [id, words.split('|')])),
  };
}

function heldRow([head = '', property = '', tail = '', from = '', to = '']: readonly string[], file: string): HeldRow {
  const [first, last] = [kgtkDate(from), kgtkDate(to)];
  if (first !== undefined && last !== undefined && `${first}${last}` !== '' && !isBackwards(first, last)) return { head, property, tail, file, from: first, to: last };
  throw new ImportError(`${file}: "${head} ${property} ${tail}" held from "${from}" to "${to}". Write dates as 1969, 1969-07 or 1969-07-20, one of the two at least, the earlier one first.`);
}

/** Second cells by the first, cleaned. */
function grouped(rows: readonly (readonly string[])[]): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const [id = '', name = ''] of rows) {
    const group = groups.get(id);
    if (group === undefined) groups.set(id, [cleanText(name)]);
    else group.push(cleanText(name));
  }
  return groups;
}
