/** An input that a tool cannot work with. The message is written for whoever called it, a language model most likely: what is wrong, where, and what to give instead. */
export class ToolError extends Error {
  override readonly name = 'ToolError';
}
