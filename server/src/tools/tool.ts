import * as z from 'zod';
import type { Answerer } from '../answering/answerer';
import type { GivenByText } from '../documents/corrections/givenByText';
import { ToolError } from './toolError';

/** What a tool works with. */
export interface ToolSetting {
  readonly answerer: Answerer;
  /** What people corrected in a question of this text; where it is not given, nothing. @throws SidecarError */
  readonly corrections?: (question: string) => GivenByText;
}

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
  invoke(setting: ToolSetting, input: unknown, signal?: AbortSignal): Promise<ToolResult>;
}

/** Makes a tool from its schemas and its work, which gets a checked input. */
export function makeTool<I extends z.ZodObject, O extends z.ZodObject>(
  told: { readonly name: string; readonly title: string; readonly description: string; readonly input: I; readonly output: O },
  work: (setting: ToolSetting, input: z.output<I>, signal?: AbortSignal) => Promise<{ readonly structured: z.output<O>; readonly text: string }>,
): Tool {
  return {
    ...told,
    invoke(setting, input, signal) {
      const checked = told.input.safeParse(input);
      if (!checked.success) throw new ToolError(`${told.name}: ${z.prettifyError(checked.error)}`);
      return work(setting, checked.data, signal);
    },
  };
}
