/**
 * The one interface through which everything above this room sees a knowledge graph.
 *
 * Nodes are dense integers: entities are `0 … entityCount − 1`, literal values `entityCount … nodeCount − 1`. A directed relation is
 * an integer too: `2·r` follows relation `r` from subject to object, `2·r + 1` from object to subject. Literals have no edges of their own.
 */

/** A node index. */
export type Node = number;
/** A directed relation index: `2·relation + (inverse ? 1 : 0)`. */
export type DirectedRelation = number;

/** What the graph says of an entity. */
export interface Entity {
  readonly id: string;
  readonly label: string;
  readonly description: string;
  readonly aliases: readonly string[];
  /** Nodes of its types (instance of, occupation). */
  readonly types: readonly Node[];
  readonly degree: number;
}

/** A relation (property) of the graph. */
export interface Relation {
  readonly id: string;
  readonly label: string;
  readonly aliases: readonly string[];
  readonly description: string;
}

/** A literal value, in the graph's own notation and as a person reads it. */
export interface Literal {
  readonly value: string;
  readonly kind: 'time' | 'quantity' | 'string' | 'coordinate';
  readonly text: string;
}

/** When facts held: a row a period, in the order of relation, subject, object and start. Most graphs have few or none. */
export interface HeldFacts {
  readonly relation: Uint32Array;
  readonly subject: Uint32Array;
  readonly object: Uint32Array;
  /** Literal nodes; −1 where the start is not known. */
  readonly from: Int32Array;
  /** Literal nodes; −1 where the fact still holds, or its end is not known. */
  readonly to: Int32Array;
}

/** Where the facts come from; shown at the foot of the panel and by `inspect`. */
export interface Provenance {
  readonly name: string;
  readonly date: string;
  readonly sources: readonly { readonly name: string; readonly licence: string }[];
  readonly entities: number;
  readonly edges: number;
  /** Pattern of a page for an id, with `{id}`; empty when there is none. */
  readonly pageUrl: string;
}

/** A synchronous graph in memory: the packed graph. */
export interface KnowledgeGraph {
  readonly provenance: Provenance;
  readonly entityCount: number;
  readonly nodeCount: number;
  readonly relations: readonly Relation[];
  /** Adjacency in compressed sparse rows, both directions, each row sorted by directed relation and then by node. */
  readonly rowStart: Uint32Array;
  readonly edgeRelation: Uint16Array;
  readonly edgeNode: Uint32Array;
  /** When facts held. */
  readonly held: HeldFacts;

  /** The node of an id such as `Q2263`, or undefined. */
  nodeOf(id: string): Node | undefined;
  /** The id of an entity; the empty string for a literal. */
  idOf(node: Node): string;
  /** The label of an entity, or the readable text of a literal. */
  labelOf(node: Node): string;
  /** The literal of a node at or after `entityCount`; undefined for an entity. */
  literalOf(node: Node): Literal | undefined;
  entity(node: Node): Entity;
  /** Nodes of an entity's types (instance of, occupation), in the graph's order. */
  typesOf(node: Node): readonly Node[];
  /** The relation index of an id such as `P57`, or undefined. */
  relationOf(id: string): number | undefined;
  /** Entities whose label or alias starts with the prefix (normalised), most-linked first. */
  search(prefix: string, limit: number): readonly Node[];
}
