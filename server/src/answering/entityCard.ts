import { heldText } from '../graph/factTimes';
import type { Groups } from '../graph/groups';
import type { DirectedRelation, KnowledgeGraph, Node } from '../graph/knowledgeGraph';
import type { CardValue, EntityCard } from '../protocol';

const VALUES_SHOWN = 12;
const GROUPS_SHOWN = 40;

/** The card of an entity or a relation, for hovers, panel and command line; null when the graph does not hold the id. */
export function entityCard(graph: KnowledgeGraph, groups: Groups, id: string): EntityCard | null {
  const node = graph.nodeOf(id);
  const url = graph.provenance.pageUrl.replace('{id}', id);
  if (node === undefined) return relationCard(graph, id, url.replace('/wiki/P', '/wiki/Property:P'));
  const entity = graph.entity(node);
  const facts: EntityCard['facts'][number][] = [];
  for (let group = groups.nodeGroup[node] ?? 0; group < (groups.nodeGroup[node + 1] ?? 0) && facts.length < GROUPS_SHOWN; group++) {
    const directed = groups.relation[group] ?? 0;
    const relation = graph.relations[directed >> 1];
    const low = groups.start[group] ?? 0;
    const high = groups.start[group + 1] ?? 0;
    if (relation === undefined) continue;
    facts.push({
      relation: { id: relation.id, label: relation.label, inverse: (directed & 1) === 1 },
      values: Array.from(graph.edgeNode.subarray(low, Math.min(high, low + VALUES_SHOWN)), (value) => valueOf(graph, node, directed, value)),
      count: high - low,
    });
  }
  return {
    id, label: entity.label, description: entity.description, aliases: entity.aliases, url,
    types: entity.types.map((type) => graph.labelOf(type)),
    facts,
  };
}

function valueOf(graph: KnowledgeGraph, owner: Node, directed: DirectedRelation, node: Node): CardValue {
  const literal = graph.literalOf(node);
  if (literal !== undefined) return { id: '', label: literal.text, score: 1, value: literal.value };
  const [subject, object] = (directed & 1) === 1 ? [node, owner] : [owner, node];
  const held = heldText(graph, subject, directed >> 1, object);
  return { id: graph.idOf(node), label: graph.labelOf(node), score: 1, ...(held === '' ? {} : { held }) };
}

function relationCard(graph: KnowledgeGraph, id: string, url: string): EntityCard | null {
  const relation = graph.relations[graph.relationOf(id) ?? -1];
  if (relation === undefined) return null;
  return { id, label: relation.label, description: relation.description, aliases: relation.aliases, types: ['relation'], url, facts: [] };
}
