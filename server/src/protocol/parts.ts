/** The parts that a candidate's score is made of; shown side by side so that a glance says why the winner won. */
export interface CandidateParts {
  /** How well the words fit the entity's name: raw, from the lexicon's features. */
  readonly name: number;
  /** How well the entity's types fit what the question says of it: raw. */
  readonly fit: number;
  /** log Σ exp over the relations that the entity really has and the question asks: raw; −30 when it has none. */
  readonly relation: number;
  /** How much the graph knows of it (log-degree prior): raw. */
  readonly prior: number;
}

/** A shape of reasoning that the model chooses among. */
export type PlanName = 'one-hop' | 'two-hop' | 'three-hop' | 'intersection';
