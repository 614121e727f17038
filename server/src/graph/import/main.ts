import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { parseArgs } from 'node:util';
import { buildLexicon } from '../lexicon/build';
import { PackError } from '../packError';
import { compile } from './compile';
import type { Dropped } from './indexSource';
import { addFacts } from './addFacts';
import { readFactTables } from './factTables';
import { ImportError } from './graphSource';
import { readWdkg } from './wdkg';

/** Builds the embedded pack from the Wikidata extract and our own facts. Progress goes to standard error. */
function main(): void {
  const { values } = parseArgs({ options: { wdkg: { type: 'string' }, facts: { type: 'string', default: 'facts' }, out: { type: 'string', default: 'media/graph/wikidata.hlpack' } } });
  if (values.wdkg === undefined) throw new ImportError('Give the folder of the Wikidata extract: --wdkg FOLDER (entities.tsv.gz, triples.tsv.gz, …).');
  const began = Date.now();
  const say = (text: string): void => {
    process.stderr.write(`${((Date.now() - began) / 1000).toFixed(1)} s  ${text}\n`);
  };
  const read = readWdkg(values.wdkg);
  say(`read ${String(read.entities.length)} entities, ${String(read.triples.length)} triples, ${String(read.literals.length)} literals`);
  const tables = readFactTables(values.facts);
  const source = addFacts(read, tables);
  say(`added ${String(tables.facts.length)} facts and ${String(tables.entities.length)} entities of our own; took back ${String(tables.retracted.length)}`);
  const { writer, entities, dropped } = compile(source, {
    name: 'Wikidata extract',
    date: '2026-11',
    sources: [{ name: 'Wikidata, through fifteen public extracts', licence: 'CC0-1.0' }, { name: 'HopLens facts', licence: 'CC0-1.0' }],
    pageUrl: 'https://www.wikidata.org/wiki/{id}',
  });
  say(`left out ${describe(dropped)}`);
  say('compiled; building the lexicon');
  const named = entities.map((entity) => ({ ...entity, aliases: [...entity.aliases, ...(tables.demonyms.get(entity.id) ?? [])] }));
  for (const [name, bytes] of buildLexicon(named)) writer.add(name, bytes);
  mkdirSync(dirname(values.out), { recursive: true });
  const size = writer.write(values.out);
  say(`wrote ${values.out}: ${(size / 1e6).toFixed(1)} MB, ${String(writer.provenance.entities)} entities, ${String(writer.provenance.edges)} edges`);
}

function describe({ unknownEntity, unknownRelation, loops, repeated }: Dropped): string {
  const unlabelled = [...unknownRelation].sort((a, b) => b[1] - a[1]);
  const rows = unlabelled.reduce((sum, [, count]) => sum + count, 0);
  const commonest = unlabelled.slice(0, 5).map(([id, count]) => `${id} ${String(count)}`).join(', ');
  return `${String(unknownEntity)} triples with an unknown end, ${String(loops)} loops, ${String(repeated)} repetitions, ${String(rows)} rows of ${String(unlabelled.length)} relations without a label (${commonest})`;
}

try {
  main();
} catch (error) {
  if (!(error instanceof ImportError || error instanceof PackError)) throw error;
  process.stderr.write(`pack: ${error.message}\n`);
  process.exitCode = 1;
}
