import * as z from 'zod';
import type { Answerer } from '../answering/answerer';
import { ToolError } from './toolError';

/** What a tool gives back: data, and the same in a few words. */
export interface ToolResult {
  readonly structured: Readonly<Record<string, unknown>>;
  readonly text: string;
}

/** A tool for agents: the same three in the editor (language-model tools) and on the command line (Model Context Protocol). */
export interface Tool {
  /** `verb_noun`. */
  readonly name: string;
  readonly title: string;
  /** For the language model: what it does, when to use it, what to expect. */
  readonly description: string;
  readonly input: z.ZodObject;
  readonly output: z.ZodObject;
  /** @throws ToolError with the remedy for an input that it cannot work with; AbortError */
  invoke(answerer: Answerer, input: unknown, signal?: AbortSignal): Promise<ToolResult>;
}

/** Makes a tool from its schemas and its work, which gets a checked input. */
export function makeTool<I extends z.ZodObject, O extends z.ZodObject>(
  told: { readonly name: string; readonly title: string; readonly description: string; readonly input: I; readonly output: O },
  work: (answerer: Answerer, input: z.output<I>, signal?: AbortSignal) => Promise<{ readonly structured: z.output<O>; readonly text: string }>,
): Tool {
  return {
    ...told,
    invoke(answerer, input, signal) {
      const checked = told.input.safeParse(input);
      if (!checked.success) throw new ToolError(`${told.name}: ${z.prettifyError(checked.error)}`);
      return work(answerer, checked.data, signal);
    },
  };
}
