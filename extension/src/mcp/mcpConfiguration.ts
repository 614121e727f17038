import { isAbsolute } from 'node:path';
import type { HopLensSettings } from '../../../server/src/protocol';

/** Which program's configuration: most name their servers `mcpServers`, VS Code's `.vscode/mcp.json` names them `servers`. */
export type McpClient = 'common' | 'vscode';

/** What starts the command line that is packaged with the extension. */
export interface Start {
  /** The program that runs this extension: Node, or VS Code itself. */
  readonly executable: string;
  /** VS Code's own executable is Electron: it has to be told to be Node. */
  readonly electron: boolean;
  /** `dist/cli.cjs` of the extension. */
  readonly cli: string;
  readonly settings: Pick<HopLensSettings, 'graphPath' | 'modelPath' | 'answerThreshold'>;
}

/**
 * The configuration of the tools for agents as another program reads it (Model Context Protocol over standard input and output), with the graph, the model and the
 * threshold of the settings. A path of the settings that is not absolute is left out: the other program has a folder of its own.
 *
 * @returns JSON text
 */
export function mcpConfiguration({ executable, electron, cli, settings }: Start, client: McpClient): string {
  const { graphPath, modelPath, answerThreshold } = settings;
  const args = [
    cli, 'mcp', ...(isAbsolute(graphPath) ? ['--graph', graphPath] : []), ...(isAbsolute(modelPath) ? ['--model', modelPath] : []),
    ...(answerThreshold === null ? [] : ['--threshold', String(answerThreshold)]),
  ];
  const hoplens = { ...(client === 'vscode' ? { type: 'stdio' } : {}), command: executable, args, ...(electron ? { env: { ELECTRON_RUN_AS_NODE: '1' } } : {}) };
  return JSON.stringify({ [client === 'vscode' ? 'servers' : 'mcpServers']: { hoplens } }, null, 2);
}
