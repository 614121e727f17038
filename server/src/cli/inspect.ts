import { buildGroups } from '../graph/groups';
import { entityCard } from '../answering/entityCard';
import { PackedGraph } from '../graph/packedGraph';
import { Pack } from '../graph/packFile';
import { graphPath, type AssetOptions } from './assets';
import { Failure } from './failure';

/** `hoplens inspect`: an entity's or relation's card. */
export function inspectCommand(id: string, options: AssetOptions & { readonly json?: boolean }): void {
  const graph = new PackedGraph(Pack.open(graphPath(options)));
  const card = entityCard(graph, buildGroups(graph), id);
  if (card === null) throw new Failure(`${id} is not in the graph ${graph.provenance.name}. Ids look like Q2263 or P57.`);
  if (options.json === true) {
    process.stdout.write(`${JSON.stringify(card)}\n`);
    return;
  }
  process.stdout.write(`${card.label} (${card.id}) ${card.description}\n${card.aliases.length === 0 ? '' : `also: ${card.aliases.join(', ')}\n`}`);
  for (const fact of card.facts) {
    const values = fact.values.map((value) => (value.id === '' ? value.label : `${value.label} ${value.id}${value.held === undefined ? '' : ` (${value.held})`}`)).join(', ');
    process.stdout.write(`  ${fact.relation.inverse ? '←' : '→'} ${fact.relation.label} (${fact.relation.id}) ${String(fact.count)}: ${values}\n`);
  }
}
