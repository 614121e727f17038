/** The settings changed: {@link HopLensSettings}. Graph and model are loaded again only where their paths changed. */
export const SettingsChanged = 'hoplens/settingsChanged';

export interface HopLensSettings {
  /** Path of a graph pack; empty: the embedded one. */
  readonly graphPath: string;
  /** Folder of a model bundle; empty: the embedded one. */
  readonly modelPath: string;
  /** In the place of the model's own threshold for declining a question (0 to 1); null: the model's. */
  readonly answerThreshold: number | null;
  /** Answers below this score are not shown. */
  readonly minimumScore: number;
  /** Annotate plain text, JSON and other files too. */
  readonly annotateOtherLanguages: boolean;
  /** Who corrects: written into each correction. Nobody where it is empty or missing. */
  readonly author?: string;
}
export interface InitializationOptions {
  /** Absolute folder of the embedded pack and bundle. */
  readonly assets: string;
  readonly settings: HopLensSettings;
}
