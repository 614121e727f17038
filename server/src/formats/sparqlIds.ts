import { Parser, type SparqlParser } from 'sparqljs';
import type { GoldEntity } from '../protocol';
import type { ParsedQuestion } from './format';
import { bareId, titled } from './goldNames';

/** Prefixes that Wikidata's and DBpedia's query services know without being told. */
const PREFIXES = {
  wd: 'http://www.wikidata.org/entity/', wdt: 'http://www.wikidata.org/prop/direct/', p: 'http://www.wikidata.org/prop/', ps: 'http://www.wikidata.org/prop/statement/',
  pq: 'http://www.wikidata.org/prop/qualifier/', psv: 'http://www.wikidata.org/prop/statement/value/', wikibase: 'http://wikiba.se/ontology#', bd: 'http://www.bigdata.com/rdf#',
  rdfs: 'http://www.w3.org/2000/01/rdf-schema#', rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#', xsd: 'http://www.w3.org/2001/XMLSchema#', schema: 'http://schema.org/',
  skos: 'http://www.w3.org/2004/02/skos/core#', dbr: 'http://dbpedia.org/resource/', dbo: 'http://dbpedia.org/ontology/', dbp: 'http://dbpedia.org/property/', res: 'http://dbpedia.org/resource/',
  ns: 'http://rdf.freebase.com/ns/',
};
/** Human, male, female: in queries, seldom in the words. */
const UNSAID = new Set(['Q5', 'Q6581097', 'Q6581072']);
const ENTITY = /^(?:Q\d+|[mg]\.[0-9a-z_]+)$/;

let parser: SparqlParser | undefined;

/**
 * A question whose gold entities are those of a SPARQL query. They are read when they are first asked for: a parser takes half a millisecond, and a data set has
 * tens of thousands of queries.
 */
export function withEntitiesOf(query: string, question: ParsedQuestion): ParsedQuestion {
  let gold: readonly GoldEntity[] | undefined;
  return { ...question, get gold() { return gold ??= entitiesOfQuery(query); } };
}

/** The entities that a SPARQL query names (Wikidata ids, Freebase mids, DBpedia titles), each once, in the order of the query. What is no SPARQL names none. */
export function entitiesOfQuery(query: string): GoldEntity[] {
  const found = new Map<string, GoldEntity>();
  for (const iri of irisOf(query)) {
    const id = bareId(iri);
    const title = /^https?:\/\/dbpedia\.org\/resource\/(.+)$/.exec(iri)?.[1];
    if (title !== undefined) found.set(iri, { ...titled(title), label: decoded(title).replace(/_/g, ' ') });
    else if (ENTITY.test(id) && !UNSAID.has(id)) found.set(id, { id, label: '', span: null });
  }
  return [...found.values()];
}

function irisOf(query: string): string[] {
  const iris: string[] = [];
  try {
    parser ??= new Parser({ prefixes: PREFIXES });
    collect(parser.parse(query), iris);
  } catch {
    // Data sets hold queries that no parser takes (missing brackets, old dialects): their ids are still written as ids.
    for (const [, full, prefixed] of query.matchAll(/<([^>\s]+)>|\b(?:wd|ns):((?:Q\d+)|(?:[mg]\.[0-9a-z_]+))/g)) {
      if (full !== undefined) iris.push(full);
      else if (prefixed !== undefined) iris.push(prefixed);
    }
  }
  return iris;
}

/** Every IRI of a parsed query, wherever it stands. */
function collect(value: unknown, iris: string[]): void {
  if (typeof value !== 'object' || value === null) return;
  if ('termType' in value) {
    if (value.termType === 'NamedNode' && 'value' in value && typeof value.value === 'string') iris.push(value.value);
    return;
  }
  if ('prefixes' in value && 'where' in value) {
    collect(value.where, iris);
    if ('variables' in value) collect(value.variables, iris);
    return;
  }
  for (const part of Array.isArray(value) ? (value as readonly unknown[]) : Object.values(value)) collect(part, iris);
}

function decoded(title: string): string {
  try {
    return decodeURIComponent(title);
  } catch {
    return title;
  }
}
