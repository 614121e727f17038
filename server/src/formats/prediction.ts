import type { GoldEntity, Span } from '../protocol';
import type { FormatProblem } from './format';

/** What another system says of one question: by its id, its text, or both. */
export interface Prediction {
  readonly id: string;
  readonly question: string;
  /** Ids or titles, with their place in the question where it is given (code points in the file, UTF-16 units here). */
  readonly entities: readonly { readonly id: string; readonly span: Span | null }[];
  /** Ids, values or labels, best first. */
  readonly answers: readonly string[];
}

/** Another system's predictions, with what could not be read. */
export interface Predictions {
  readonly predictions: readonly Prediction[];
  readonly problems: readonly FormatProblem[];
}

/** An entity as predictions name it: by id, or by what stands in its place. */
export function predicted({ id, label, span }: GoldEntity): Prediction['entities'][number] {
  return { id: id === '' ? label : id, span };
}
