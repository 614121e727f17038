import { DataFactory, Writer, type Literal, type NamedNode } from 'n3';
import type { QuestionRow } from '../../protocol';
import { inCodePoints } from './codePoints';

const NIF = 'http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#';
const ITSRDF = 'http://www.w3.org/2005/11/its/rdf#';
const XSD = 'http://www.w3.org/2001/XMLSchema#';
const RDF_TYPE = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type';
const namedNode = (value: string): NamedNode => DataFactory.namedNode(value);
const literal = (value: string, type?: NamedNode): Literal => DataFactory.literal(value, type);

/**
 * The annotations as NIF 2.0 in Turtle: a nif:Context for each question, a nif:Phrase with itsrdf:taIdentRef for each mention. Offsets are Unicode code points, as
 * NIF counts (RFC 5147), whatever the editor counts.
 *
 * @param file name of the question file: the contexts' identifiers are made from it
 * @param idPattern identifiers of entities, with `{id}`; {@link entityPattern}
 */
export function annotationsNif(rows: readonly QuestionRow[], file: string, idPattern: string): Promise<string> {
  const writer = new Writer({ prefixes: { nif: NIF, itsrdf: ITSRDF, xsd: XSD } });
  for (const row of rows) {
    const base = `urn:hoplens:${encodeURIComponent(file)}:${String(row.index)}`;
    const whole = inCodePoints(row.text, { start: 0, end: row.text.length });
    const context = namedNode(`${base}#char=0,${String(whole.end)}`);
    place(writer, context, ['Context'], 0, whole.end);
    writer.addQuad(context, namedNode(`${NIF}isString`), literal(row.text));
    for (const mention of row.mentions) {
      const { start, end } = inCodePoints(row.text, mention);
      const phrase = namedNode(`${base}#char=${String(start)},${String(end)}`);
      place(writer, phrase, ['Phrase'], start, end);
      writer.addQuad(phrase, namedNode(`${NIF}referenceContext`), context);
      writer.addQuad(phrase, namedNode(`${NIF}anchorOf`), literal(row.text.slice(mention.start, mention.end)));
      writer.addQuad(phrase, namedNode(`${ITSRDF}taIdentRef`), namedNode(idPattern.replace('{id}', encodeURIComponent(mention.id))));
      writer.addQuad(phrase, namedNode(`${ITSRDF}taConfidence`), literal(String(Math.round(mention.score * 1e4) / 1e4), namedNode(`${XSD}double`)));
    }
  }
  return new Promise((resolve) => {
    // Written into memory: there is nothing that could fail.
    writer.end((_error, turtle: string) => { resolve(turtle); });
  });
}

/** The identifiers of a graph's entities: Wikidata's own where its pages are Wikidata's, otherwise names of our own. */
export function entityPattern(pageUrl: string): string {
  return pageUrl.includes('wikidata.org/') ? 'http://www.wikidata.org/entity/{id}' : 'urn:hoplens:entity:{id}';
}

function place(writer: Writer, node: NamedNode, types: readonly string[], start: number, end: number): void {
  for (const type of [...types, 'RFC5147String']) writer.addQuad(node, namedNode(RDF_TYPE), namedNode(`${NIF}${type}`));
  writer.addQuad(node, namedNode(`${NIF}beginIndex`), literal(String(start), namedNode(`${XSD}nonNegativeInteger`)));
  writer.addQuad(node, namedNode(`${NIF}endIndex`), literal(String(end), namedNode(`${XSD}nonNegativeInteger`)));
}
