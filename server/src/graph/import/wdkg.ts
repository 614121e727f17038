import { join } from 'node:path';
import { cleanNames, cleanText } from './cleanText';
import type { GraphSource, LiteralKind, SourceEntity, SourceRelation } from './graphSource';
import { factsOfQualifiers, qualifierRows } from './qualifiers';
import { readRows } from './readRows';

/** The quality of a label that is only a form in which the entity was once mentioned. */
const SURFACE_FORM = '4';
const NO_LABEL = 'No label defined';

/**
 * Reads the Wikidata extract: entities, relations, triples, literals and qualifiers (THIRD_PARTY_NOTICES names the sources). Entities whose label is only a
 * surface form, or says that there is none, are left out; qualifiers give facts of their own.
 *
 * @throws ImportError for a missing file or a bad row
 */
export function readWdkg(folder: string): GraphSource {
  const entities: SourceEntity[] = [];
  for (const [id = '', title = '', aliases = '', description = '', , , , quality] of readRows(join(folder, 'entities.tsv.gz'), 8, true)) {
    const label = cleanText(title);
    if (quality === SURFACE_FORM || label === NO_LABEL || label === '') continue;
    entities.push({ id, label, aliases: cleanNames(aliases, label), description: cleanText(description) });
  }
  const known = new Set(entities.map((entity) => entity.id));
  const relations = readRows(join(folder, 'relations.tsv.gz'), 4, true).map(([id = '', label = '', aliases = '', description = '']): SourceRelation => ({
    id, label, aliases: cleanNames(aliases, label), description: cleanText(description),
  }));
  const triples = readRows(join(folder, 'triples.tsv.gz'), 3, false).map(([head = '', property = '', tail = '']) => [head, property, tail] as const);
  const qualified = factsOfQualifiers(qualifierRows(join(folder, 'qualifiers.csv.gz')), (id) => known.has(id));
  const literals = readRows(join(folder, 'literals.tsv.gz'), 4, false).map(([id = '', property = '', value = '', kind]) => [id, property, value, kindOf(kind)] as const);
  return { entities, relations, triples: [...triples, ...qualified], literals };
}

function kindOf(kind: string | undefined): LiteralKind {
  return kind === 'time' || kind === 'quantity' || kind === 'coordinate' ? kind : 'string';
}
