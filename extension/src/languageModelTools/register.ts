import type { Disposable, lm } from 'vscode';
import { TOOL_NAMES } from '../../../server/src/protocol';
import type { Server } from '../server';
import { HopLensTool } from './tool';

/**
 * Registers the tools for agents. They cost nothing until one is called: the first call starts the server. A host without language models (`vscode.lm` is missing in some
 * forks) has none.
 *
 * @param host `vscode.lm`
 */
export function registerLanguageModelTools(server: Server, host: Partial<Pick<typeof lm, 'registerTool'>> | undefined): Disposable[] {
  const register = host?.registerTool;
  return register === undefined ? [] : TOOL_NAMES.map((name) => register(name, new HopLensTool(name, server)));
}
