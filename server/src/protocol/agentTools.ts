/** Run one of the tools for agents over free text that belongs to no document. Cancellable. An input that the tool cannot work with is an error whose message says the remedy. */
export const UseTool = 'hoplens/useTool';
export interface UseToolParams {
  /** One of {@link TOOL_NAMES}. */
  readonly name: string;
  /** What the language model gave: checked against the tool's schema by the server. */
  readonly input: unknown;
}
export interface UseToolResult {
  readonly structured: Readonly<Record<string, unknown>>;
  /** The same in a few words. */
  readonly text: string;
}

/** The tools, under the same names in the editor and over the Model Context Protocol. */
export const TOOL_NAMES = ['answer_question', 'link_entities', 'explain_answer'] as const;
export type ToolName = (typeof TOOL_NAMES)[number];
