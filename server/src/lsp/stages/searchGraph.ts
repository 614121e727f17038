import type { KnowledgeGraph, Relation } from '../../graph/knowledgeGraph';
import { folded } from '../../graph/labelSearch';
import type { SearchHit } from '../../protocol';

const TYPES_TOLD = 3;
/** At least so many places are left to entities. */
const MOST_RELATIONS = 5;

/** Relations and entities of the whole graph whose names start with a text; an id that is typed out comes first. */
export function searchGraph(graph: KnowledgeGraph, query: string, limit: number): SearchHit[] {
  const wanted = folded(query);
  if (wanted === '') return [];
  const relations = graph.relations.filter((relation) => matches(relation, wanted, query)).slice(0, Math.min(MOST_RELATIONS, limit)).map(relationHit);
  const entities = graph.search(query, limit).map((node): SearchHit => {
    const { id, label, description, types } = graph.entity(node);
    return { id, label, description, types: types.slice(0, TYPES_TOLD).map((type) => graph.labelOf(type)), kind: 'entity' };
  });
  // A relation that is called exactly so comes first; other entities go before relations.
  const exact = relations.filter(({ id, label }) => id === query || folded(label) === wanted);
  return [...exact, ...entities, ...relations.filter((hit) => !exact.includes(hit))].slice(0, limit);
}

function matches({ id, label, aliases }: Relation, wanted: string, query: string): boolean {
  return id === query || [label, ...aliases].some((name) => folded(name).startsWith(wanted));
}

function relationHit({ id, label, description }: Relation): SearchHit {
  return { id, label, description, types: ['relation'], kind: 'relation' };
}
