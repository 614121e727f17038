import type { GoldEntity } from '../protocol';

/** Wikidata's, DBpedia's and Freebase's addresses without their front: `http://www.wikidata.org/entity/Q90` → `Q90`; anything else as it is. */
export function bareId(value: string): string {
  return /^https?:\/\/(?:www\.)?(?:wikidata\.org\/(?:entity|wiki|prop\/direct)|dbpedia\.org\/(?:resource|ontology|property)|rdf\.freebase\.com\/ns)\/(.+)$/.exec(value)?.[1] ?? value;
}

/** An entity that is given by its title: in many graphs the title is the id, in others it is the label. */
export function titled(title: string, span: GoldEntity['span'] = null): GoldEntity {
  return { id: title, label: title.replace(/_/g, ' '), span };
}

/** What stands for an entity in a list: an id, an address or a title. */
export function namedEntity(text: string): GoldEntity {
  const id = bareId(text.trim());
  return /^(?:[A-Za-z]\d+|[mg]\.\w+|[A-Za-z]+[-_]\d+)$/.test(id) ? { id, label: '', span: null } : titled(id);
}
