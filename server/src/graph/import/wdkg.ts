import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { GraphSource, LiteralKind, SourceEntity, SourceRelation } from './graphSource';
import { readRows } from './readRows';

const split = (cell: string | undefined): string[] => (cell ?? '').split('|').filter((part) => part !== '');

/** Removes the backslashes that some extracts left before quotation marks. */
const unescape = (text: string): string => text.replaceAll('\\"', '"').replaceAll('\\\\', '\\');

/** Properties whose many values are readings over time: only the greatest is kept where the extract does not say which is current. */
const KEEP_GREATEST = new Set(['P1082', 'P2046', 'P8687', 'P3872', 'P1971', 'P2196', 'P1128', 'P1174']);

/**
 * Reads the Wikidata extract: entities, relations, triples, literals and qualifiers (see THIRD_PARTY_NOTICES for the sources).
 *
 * Rows whose label is only a surface form (label_quality 4) and the entity labelled "No label defined" are dropped. A cast member's character role
 * (P161 with P453) becomes two facts of its own: character —performer→ actor and work —characters→ character.
 *
 * @throws ImportError for a missing file or a bad row
 */
export function readWdkg(folder: string): GraphSource {
  const entities: SourceEntity[] = [];
  for (const [id = '', label = '', aliases, description = '', , , , quality] of readRows(join(folder, 'entities.tsv.gz'), 8, true)) {
    if (quality === '4' || label === 'No label defined' || label === '') continue;
    entities.push({ id, label: unescape(label), aliases: split(aliases).map(unescape), description: unescape(description) });
  }
  const relations: SourceRelation[] = readRows(join(folder, 'relations.tsv.gz'), 4, true).map(([id = '', label = '', aliases, description = '']) => ({
    id, label, aliases: split(aliases), description: unescape(description),
  }));
  const triples: (readonly [string, string, string])[] = [];
  for (const [head = '', property = '', tail = ''] of readRows(join(folder, 'triples.tsv.gz'), 3, false)) triples.push([head, property, tail]);
  triples.push(...roles(join(folder, 'qualifiers.csv.gz')));
  return { entities, relations, triples, literals: currentLiterals(readRows(join(folder, 'literals.tsv.gz'), 4, false)) };
}

function roles(path: string): (readonly [string, string, string])[] {
  if (!existsSync(path)) return [];
  const found: (readonly [string, string, string])[] = [];
  for (const line of gunzipSync(readFileSync(path)).toString('utf8').split('\n')) {
    const [subject = '', property, object = '', ...qualifiers] = line.trim().split(',');
    if (property !== 'P161' && property !== 'P725') continue;
    for (let k = 0; k + 1 < qualifiers.length; k += 2) {
      const character = qualifiers[k + 1];
      if (qualifiers[k] !== 'P453' || character === undefined) continue;
      found.push([character, property === 'P161' ? 'P175' : 'P725', object], [subject, 'P674', character]);
    }
  }
  return found;
}

function currentLiterals(rows: readonly (readonly string[])[]): (readonly [string, string, string, LiteralKind])[] {
  const groups = new Map<string, (readonly [string, string, string, LiteralKind])[]>();
  for (const [id = '', property = '', value = '', kind = ''] of rows) {
    const literal = [id, property, value, kind === 'time' ? 'time' : kind === 'quantity' ? 'quantity' : 'string'] as const;
    const key = `${id} ${property}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [literal]);
    else group.push(literal);
  }
  const kept: (readonly [string, string, string, LiteralKind])[] = [];
  for (const group of groups.values()) {
    const first = group[0];
    if (first === undefined) continue;
    if (group.length === 1 || !KEEP_GREATEST.has(first[1])) kept.push(...group.slice(0, 3));
    else kept.push(group.reduce((a, b) => (parseFloat(b[2]) > parseFloat(a[2]) ? b : a)));
  }
  return kept;
}
