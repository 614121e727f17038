import type { KnowledgeGraph, Node } from '../graph/knowledgeGraph';

/** Ids of Wikidata and Freebase mean one thing, whether the graph knows them or not. */
const ID = /^(?:[QPL]\d+|\/?[mg][./][\w.]+)$/;

/** Whether a text is an id, of this graph or another: then it is no title. */
export function isId(text: string): boolean {
  return ID.test(text);
}

/**
 * The entities that a title names, the most-linked first.
 *
 * @param is whether an entity has this very title: the graph is searched for names that begin with it, and for a short one ("Up", "Her") those are thousands
 */
export function namedNodes(graph: Pick<KnowledgeGraph, 'search'>, title: string, is: (node: Node) => boolean): readonly Node[] {
  return graph.search(title, Number.MAX_SAFE_INTEGER).filter(is);
}
