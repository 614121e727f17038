import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { GraphSource, LiteralKind } from './graphSource';
import { ImportError } from './graphSource';
import { readRows } from './readRows';

/** How many facts, entities and changes of our own went in. */
export interface FactCounts {
  readonly facts: number;
  readonly entities: number;
  readonly notNames: number;
  readonly retracted: number;
  readonly closed: number;
}

function optional(folder: string, file: string, columns: number): (readonly string[])[] {
  return existsSync(join(folder, file)) ? readRows(join(folder, file), columns, false) : [];
}

function kindOf(value: string): LiteralKind | undefined {
  if (value.startsWith('^')) return 'time';
  if (/^[+-]\d/.test(value)) return 'quantity';
  if (value.startsWith('"')) return 'string';
  return undefined;
}

/**
 * Adds our own facts (`facts/`, format in its README) to a source: entities, relations and facts; removes aliases that are no names and values that do not
 * hold (any more); closes symmetric relations both ways. A literal of ours replaces the extract's values of the same property.
 *
 * @throws ImportError naming file and id when a fact speaks of an entity or relation that does not exist
 */
export function addFacts(source: GraphSource, folder: string): { readonly source: GraphSource; readonly counts: FactCounts } {
  const files = readdirSync(folder).filter((file) => file.endsWith('.tsv'));
  const known = new Set(source.entities.map((entity) => entity.id));
  const entities = [...source.entities];
  for (const file of files.filter((name) => name === 'entities.tsv' || name.endsWith('-entities.tsv'))) {
    for (const [id = '', label = '', aliases = '', description = ''] of readRows(join(folder, file), 4, false)) {
      if (known.has(id)) continue;
      known.add(id);
      entities.push({ id, label, aliases: aliases.split('|').filter((alias) => alias !== ''), description });
    }
  }
  const added = entities.length - source.entities.length;
  const relations = [...source.relations];
  const relationIds = new Set(relations.map((relation) => relation.id));
  for (const file of files.filter((name) => name === 'relations.tsv' || name.endsWith('-relations.tsv'))) {
    for (const [id = '', label = '', aliases = '', description = ''] of readRows(join(folder, file), 2, false)) {
      if (relationIds.has(id)) continue;
      relationIds.add(id);
      relations.push({ id, label, aliases: aliases.split('|').filter((alias) => alias !== ''), description });
    }
  }
  const triples = [...source.triples];
  const literals: (readonly [string, string, string, LiteralKind])[] = [];
  let facts = 0;
  const special = /^(?:.*-)?(?:entities|relations)\.tsv$|^(?:not-names|symmetric|retract|demonyms)\.tsv$/;
  for (const file of files.filter((name) => !special.test(name))) {
    for (const [head = '', property = '', tail = ''] of readRows(join(folder, file), 3, false)) {
      const literal = kindOf(tail);
      const missing = !known.has(head) ? head : !relationIds.has(property) ? property : literal === undefined && !known.has(tail) ? tail : undefined;
      if (missing !== undefined) throw new ImportError(`${join(folder, file)}: ${missing} (in "${head} ${property} ${tail}") is not in the graph. Add it to facts/entities.tsv or facts/relations.tsv, or correct the id.`);
      if (literal === undefined) triples.push([head, property, tail]);
      else literals.push([head, property, tail, literal]);
      facts++;
    }
  }
  const ours = new Set(literals.map(([head, property]) => `${head} ${property}`));
  literals.unshift(...source.literals.filter(([head, property]) => !ours.has(`${head} ${property}`)));

  const notNames = new Map<string, Set<string>>();
  const bad = optional(folder, 'not-names.tsv', 2);
  for (const [id = '', alias = ''] of bad) {
    const names = notNames.get(id);
    if (names === undefined) notNames.set(id, new Set([alias]));
    else names.add(alias);
  }
  const named = entities.map((entity) => {
    const drop = notNames.get(entity.id);
    return drop === undefined ? entity : { ...entity, aliases: entity.aliases.filter((alias) => !drop.has(alias)) };
  });

  const symmetric = new Set(optional(folder, 'symmetric.tsv', 1).map(([property = '']) => property));
  const closing = triples.filter(([, property]) => symmetric.has(property)).map(([head, property, tail]) => [tail, property, head] as const);
  const gone = new Set(optional(folder, 'retract.tsv', 3).flatMap(([head = '', property = '', tail = '']) =>
    symmetric.has(property) ? [`${head} ${property} ${tail}`, `${tail} ${property} ${head}`] : [`${head} ${property} ${tail}`]));
  const standing = [...triples, ...closing].filter((triple) => !gone.has(triple.join(' ')));
  return {
    source: { entities: named, relations, triples: standing, literals: literals.filter(([h, p, v]) => !gone.has(`${h} ${p} ${v}`)) },
    counts: { facts, entities: added, notNames: bad.length, retracted: gone.size, closed: closing.length },
  };
}

/** Demonyms by entity id (`facts/demonyms.tsv`): names that are derived from a place's own ("German"). */
export function demonyms(folder: string): ReadonlyMap<string, readonly string[]> {
  return new Map(optional(folder, 'demonyms.tsv', 2).map(([id = '', words = '']) => [id, words.split('|')]));
}
