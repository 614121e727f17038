/** What the lexicon needs of an entity; its index in the array is its node. */
export interface NamedEntity {
  readonly label: string;
  readonly aliases: readonly string[];
  readonly degree: number;
}
