import { compile } from '../graph/import/compile';
import { readTriples } from '../graph/import/triples';
import { buildLexicon } from '../graph/lexicon/build';

/** `hoplens import`: a graph pack from plain triples. Works without the model: its vectors are made when the pack is opened, or by `hoplens vectors`. */
export function importCommand(path: string, options: { readonly out: string; readonly name: string }): void {
  const source = readTriples(path);
  const { writer, entities } = compile(source, { name: options.name, date: '', sources: [{ name: path, licence: 'as its source' }], pageUrl: '' });
  for (const [name, bytes] of buildLexicon(entities)) writer.add(name, bytes);
  const size = writer.write(options.out);
  process.stderr.write(`wrote ${options.out}: ${String(writer.provenance.entities)} entities, ${String(writer.provenance.edges)} edges, ${(size / 1e6).toFixed(1)} MB\n`);
}
