import type { Forces, PictureFormat, Span } from '../../../server/src/protocol';

/** What the parts of the panel can ask for. */
export interface Actions {
  /** Shows the card of an entity. */
  openCard(id: string): void;
  /** Opens the entity's page in a browser. */
  openPage(id: string): void;
  /** Selects a span of the question in the editor. */
  reveal(span: Span): void;
  copyJson(): void;
  /** Saves the drawing as a file; the host asks where. */
  savePicture(format: PictureFormat): void;
  answerAgain(): void;
  /** Answers the question with something given, beside the model's own answer. */
  whatIf(forces: Forces): void;
  /** Back to the model's own answer alone. */
  resetWhatIf(): void;
  /** Whether a fold was opened before, and a note that it was. */
  isUnfolded(key: string): boolean;
  setUnfolded(key: string, open: boolean): void;
}
