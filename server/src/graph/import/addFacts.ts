import { closeClasses } from './closeClasses';
import { currentValues } from './currentValues';
import type { FactRow, FactTables, HeldRow } from './factTables';
import { type GraphSource, type HeldFact, ImportError, type LiteralKind, type SourceEntity } from './graphSource';

type Triple = GraphSource['triples'][number];
type LiteralRow = GraphSource['literals'][number];

/** The kind of a literal in KGTK notation; undefined for an id. */
function kindOf(value: string): LiteralKind | undefined {
  if (value.startsWith('^')) return 'time';
  if (value.startsWith('@')) return 'coordinate';
  if (value.startsWith('"')) return 'string';
  return /^[+-]\d/.test(value) ? 'quantity' : undefined;
}

/**
 * Adds our own tables to a source: entities, relations, names and facts; takes away aliases that are no names and values that do not hold (any more); closes
 * symmetric relations and pairs of inverse ones both ways and the classes that people name upwards; then keeps the current one of several values of a literal property. A literal of ours replaces the source's values.
 *
 * @throws ImportError naming file and id when a fact speaks of an entity or a relation that does not exist
 */
export function addFacts(source: GraphSource, tables: FactTables): GraphSource {
  const entities = distinct([...source.entities, ...tables.entities]).map((entity) => renamed(entity, tables));
  const relations = distinct([...source.relations, ...tables.relations]);
  const ours = [...tables.facts, ...tables.types, ...tables.held];
  check(ours, new Set(entities.map(({ id }) => id)), new Set(relations.map(({ id }) => id)));

  const triples = [...source.triples];
  const literals: LiteralRow[] = [];
  for (const { head, property, tail } of ours) {
    const kind = kindOf(tail);
    if (kind === undefined) triples.push([head, property, tail]);
    else literals.push([head, property, tail, kind]);
  }
  const replaced = new Set(literals.map(([head, property]) => `${head} ${property}`));
  const closed = triples.flatMap((triple): Triple[] => backwards(tables, triple));
  const gone = retractions(tables);
  const stands = ([head, property, value]: Triple | LiteralRow): boolean => !gone.has(`${head} ${property} ${value}`);
  const theirs = source.literals.filter((row) => !replaced.has(`${row[0]} ${row[1]}`) && stands(row));
  const standing = [...triples, ...closed].filter(stands);
  return { entities, relations, triples: [...standing, ...closeClasses(standing, tables.classes)], literals: [...currentValues(theirs), ...literals], times: heldBothWays(tables) };
}

/** The same fact from its other end, where a property says it: one or none. */
function backwards({ backwards: back }: FactTables, [head, property, tail]: Triple): Triple[] {
  const other = back.get(property);
  return other === undefined ? [] : [[tail, other, head]];
}

/**
 * When facts held, from both of their ends where the graph may state them so. What a table says of the other end itself is taken as it says it; a period of a
 * fact that the graph does not state is left out when it is compiled.
 */
function heldBothWays(tables: FactTables): HeldFact[] {
  const said = new Set(tables.held.map(({ head, property, tail }) => `${head} ${property} ${tail}`));
  return tables.held.flatMap(({ head, property, tail, from, to }: HeldRow): HeldFact[] => {
    const turned = backwards(tables, [head, property, tail]).filter((triple) => !said.has(triple.join(' ')));
    return [[head, property, tail] as const, ...turned].map(([subject, relation, object]) => ({ subject, relation, object, from, to }));
  });
}

/** The first of each id. */
function distinct<T extends { readonly id: string }>(things: readonly T[]): T[] {
  const seen = new Set<string>();
  return things.filter(({ id }) => seen.size < seen.add(id).size);
}

/** An entity without the aliases that are no names and with the names that we know it by. */
function renamed(entity: SourceEntity, { names, notNames }: FactTables): SourceEntity {
  const more = names.get(entity.id) ?? [];
  const less = notNames.get(entity.id);
  if (more.length === 0 && less === undefined) return entity;
  const aliases = new Set([...entity.aliases, ...more]);
  aliases.delete(entity.label);
  return { ...entity, aliases: [...aliases].filter((alias) => less?.has(alias) !== true) };
}

function check(facts: readonly FactRow[], entities: ReadonlySet<string>, relations: ReadonlySet<string>): void {
  for (const { head, property, tail, file } of facts) {
    const missing = !entities.has(head) ? head : !relations.has(property) ? property : kindOf(tail) === undefined && !entities.has(tail) ? tail : undefined;
    if (missing === undefined) continue;
    throw new ImportError(`${file}: ${missing} (in "${head} ${property} ${tail}") is not in the graph. Add it to facts/entities.tsv or facts/relations.tsv, or correct the id.`);
  }
}

function retractions(tables: FactTables): ReadonlySet<string> {
  return new Set(tables.retracted.flatMap(({ head, property, tail }) => [[head, property, tail] as const, ...backwards(tables, [head, property, tail])]).map((triple) => triple.join(' ')));
}
