import { describe, expect, it } from 'vitest';
import { entitiesOfQuery, withEntitiesOf } from './sparqlIds';

const ids = (query: string): string[] => entitiesOfQuery(query).map(({ id }) => id);

describe('entitiesOfQuery', () => {
  it('finds entities wherever they stand, each once, in order', () => {
    expect(ids(`SELECT (COUNT(DISTINCT ?x) AS ?n) WHERE { { wd:Q3 wdt:P31/wdt:P279* wd:Q2 } UNION { VALUES ?x { wd:Q4 wd:Q3 } } OPTIONAL { ?x p:P54 [ ps:P54 wd:Q7; pq:P580 ?t ] }
      FILTER(?x != <http://www.wikidata.org/entity/Q8> && ?x IN (wd:Q9)) FILTER NOT EXISTS { ?x wdt:P1 wd:Q10 } } ORDER BY ?n LIMIT 1`)).toEqual(['Q3', 'Q2', 'Q4', 'Q7', 'Q8', 'Q9', 'Q10']);
    expect(ids('ASK { { SELECT ?s WHERE { ?s wdt:P3450 wd:Q11 } } }')).toEqual(['Q11']);
  });
  it('takes no id out of a comment, a string or a prefix, and knows own prefixes', () => {
    expect(ids('PREFIX e: <http://www.wikidata.org/entity/>\n# about wd:Q1\nSELECT ?x WHERE { e:Q12 rdfs:label "wd:Q13"@en ; wdt:P2 ?x }')).toEqual(['Q12']);
  });
  it('reads Freebase and DBpedia', () => {
    expect(ids('PREFIX : <http://rdf.freebase.com/ns/> SELECT ?x WHERE { ?x :type.object.type :film.film . VALUES ?y { :m.0yrl } ?x :a.b ?y }')).toEqual(['m.0yrl']);
    expect(entitiesOfQuery('SELECT ?x WHERE { <http://dbpedia.org/resource/Caf%C3%A9_(film)> dbo:director ?x . ?x a dbo:Person }')).toEqual([{ id: 'Caf%C3%A9_(film)', label: 'Café (film)', span: null }]);
  });
  it('makes do with what is no SPARQL', () => {
    expect(ids('SELECT ?x WHERE { wd:Q14 wdt:P1 ?x . <http://www.wikidata.org/entity/Q15> ')).toEqual(['Q14', 'Q15']);
    expect(ids('')).toEqual([]);
  });
  it('reads one query after the other, whatever the last declared', () => {
    ids('PREFIX wd: <http://example.org/> SELECT ?x WHERE { wd:Q1 wdt:P1 ?x }');
    expect(ids('SELECT ?x WHERE { wd:Q1 wdt:P1 ?x }')).toEqual(['Q1']);
  });
});

it('withEntitiesOf reads the query once', () => {
  const question = withEntitiesOf('SELECT ?x WHERE { wd:Q16 wdt:P1 ?x }', { text: 'Who?', range: { start: 0, end: 4 }, offsets: [], gold: [], goldAnswers: null, pins: [], id: '', complexity: '' });
  expect(question.gold.map(({ id }) => id)).toEqual(['Q16']);
  expect(question.gold).toBe(question.gold);
});
