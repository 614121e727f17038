/** What the status item shows. */
export interface ServerStatus {
  readonly state: 'loading' | 'ready' | 'busy' | 'failed';
  /** Name of graph and model, for example "Wikidata extract, 336,640 entities". */
  readonly graph: string;
  readonly model: string;
  /** Why it failed, with the remedy; or what it is doing. */
  readonly message: string;
  /** Milliseconds of the last question, or null. */
  readonly lastMillis: number | null;
}

/** The server's state changed. */
export const StatusChanged = 'hoplens/statusChanged';
