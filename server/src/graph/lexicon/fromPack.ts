import type { KnowledgeGraph } from '../knowledgeGraph';
import type { Pack } from '../packFile';
import { buildLexicon } from './build';
import type { NamedEntity } from './namedEntity';
import { Lexicon } from './lexicon';

/** The names of a graph's entities, in node order: what {@link buildLexicon} takes. */
export function namedEntities(graph: Pick<KnowledgeGraph, 'entityCount' | 'entity'>): NamedEntity[] {
  return Array.from({ length: graph.entityCount }, (_, node) => {
    const { label, aliases, degree } = graph.entity(node);
    return { label, aliases, degree };
  });
}

/**
 * Opens the lexicon of a pack.
 *
 * @throws PackError when a section is missing (a pack compiled without a lexicon) or damaged
 */
export function openLexicon(pack: Pick<Pack, 'section'>): Lexicon {
  return Lexicon.open(name => pack.section(name));
}

/** Builds the lexicon of a graph whose pack has none yet; seconds for 300,000 entities. */
export function lexiconOf(graph: Pick<KnowledgeGraph, 'entityCount' | 'entity'>): Lexicon {
  const sections = buildLexicon(namedEntities(graph));
  return Lexicon.open(name => sections.get(name) ?? new Uint8Array());
}
