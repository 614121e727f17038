/** What an importer gives: a graph as plain values, before it is packed. */
export interface GraphSource {
  readonly entities: SourceEntity[];
  readonly relations: SourceRelation[];
  /** [subject id, relation id, object id]. */
  readonly triples: (readonly [string, string, string])[];
  /** [subject id, relation id, value in KGTK notation, kind]. */
  readonly literals: (readonly [string, string, string, LiteralKind])[];
  /** When facts held; a fact that held several times stands several times. */
  readonly times?: readonly HeldFact[];
}

/** When a fact held, as the qualifiers start time, end time and point in time of a Wikidata statement say. */
export interface HeldFact {
  readonly subject: string;
  readonly relation: string;
  readonly object: string;
  /** KGTK dates; empty where it is not known, or where the fact still holds. A point in time is both. */
  readonly from: string;
  readonly to: string;
}

export type LiteralKind = 'time' | 'quantity' | 'string' | 'coordinate';

export interface SourceEntity {
  readonly id: string;
  readonly label: string;
  readonly aliases: readonly string[];
  readonly description: string;
}

export interface SourceRelation {
  readonly id: string;
  readonly label: string;
  readonly aliases: readonly string[];
  readonly description: string;
}

/** A file of a source that cannot be read: the message names file, line and remedy. */
export class ImportError extends Error {
  override readonly name = 'ImportError';
}
