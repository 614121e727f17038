/** What an importer gives: a graph as plain values, before it is packed. */
export interface GraphSource {
  readonly entities: SourceEntity[];
  readonly relations: SourceRelation[];
  /** [subject id, relation id, object id]. */
  readonly triples: (readonly [string, string, string])[];
  /** [subject id, relation id, value in KGTK notation, kind]. */
  readonly literals: (readonly [string, string, string, LiteralKind])[];
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
