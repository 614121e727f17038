import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { parseArgs } from 'node:util';
import { buildLexicon } from '../lexicon/build';
import { PackError } from '../packError';
import { compile } from './compile';
import { addFacts, demonyms } from './facts';
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
  const { source, counts } = addFacts(read, values.facts);
  say(`added ${String(counts.facts)} facts and ${String(counts.entities)} entities of our own; ${String(counts.notNames)} aliases are no names; ${String(counts.retracted)} retractions`);
  const { writer, entities } = compile(source, {
    name: 'Wikidata extract',
    date: '2026-11',
    sources: [{ name: 'Wikidata, through fifteen public extracts', licence: 'CC0-1.0' }, { name: 'HopLens facts', licence: 'CC0-1.0' }],
    pageUrl: 'https://www.wikidata.org/wiki/{id}',
  });
  say('compiled; building the lexicon');
  const derived = demonyms(values.facts);
  const named = entities.map((entity) => ({ ...entity, aliases: [...entity.aliases, ...(derived.get(entity.id) ?? [])] }));
  for (const [name, bytes] of buildLexicon(named)) writer.add(name, bytes);
  mkdirSync(dirname(values.out), { recursive: true });
  const size = writer.write(values.out);
  say(`wrote ${values.out}: ${(size / 1e6).toFixed(1)} MB, ${String(writer.provenance.entities)} entities, ${String(writer.provenance.edges)} edges`);
}

try {
  main();
} catch (error) {
  if (!(error instanceof ImportError || error instanceof PackError)) throw error;
  process.stderr.write(`pack: ${error.message}\n`);
  process.exitCode = 1;
}
