/** Languages whose files may hold questions. Ours is always annotated; the server decides on the others by their content and the setting. */
export const OWN_LANGUAGE = 'hoplens-questions';
export const LANGUAGES: readonly string[] = [OWN_LANGUAGE, 'plaintext', 'markdown', 'json', 'jsonl', 'tsv', 'csv', 'sparql'];

/** As much of a file as is looked at before the server is started for it, in UTF-16 units. */
const LOOKED_AT = 20_000;
const DATA_SETS: readonly RegExp[] = [
  /"(?:questionEntity|question|question_text|nl_question|utterance|corrected_question|RawQuestion)"\s*:/,
  // The header of a table, in the first line.
  /^\uFEFF?(?:[^\n]*[,;\t])?"?(?:question|question_text|nl_question|utterance|corrected_question)"?(?:[,;\t\r\n]|$)/i,
  /^Q\d+\t[PR]\d+\tQ\d+\t/m,
  /^[^\t\n]*\[[^\]\n]+\][^\t\n]*\t\S/m,
  // A path: entity#relation#entity.
  /^[^\t\n]+\t[^\t\n]+\t[^\t\n#]+#[^\t\n#]+#[^\t\n]/m,
  // A query below a comment.
  /^(?=\s*#)(?:[ \t]*(?:#[^\n]*)?\r?\n)+[ \t]*(?:PREFIX|BASE|SELECT|ASK|CONSTRUCT|DESCRIBE)\b/i,
];

/**
 * Whether a document is worth starting the server for: loading a model for every JSON file would be a waste.
 *
 * @param text its text, asked for only where it decides: VS Code puts it together from its lines
 * @param annotateOthers the setting: plain text and Markdown are question files too
 */
export function mayHoldQuestions(languageId: string, text: () => string, annotateOthers: boolean): boolean {
  if (languageId === OWN_LANGUAGE) return true;
  if (!LANGUAGES.includes(languageId)) return false;
  if (annotateOthers) return true;
  const beginning = text().slice(0, LOOKED_AT);
  return DATA_SETS.some((pattern) => pattern.test(beginning));
}
