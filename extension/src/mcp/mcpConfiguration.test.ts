import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { mcpConfiguration, type Start } from './mcpConfiguration';

const DEFAULTS = { graphPath: '', modelPath: '', answerThreshold: null };
const START: Start = { executable: '/usr/bin/node', electron: false, cli: '/extensions/hoplens/dist/cli.cjs', settings: DEFAULTS };

describe('mcpConfiguration', () => {
  it('starts the packaged command line with Node', () => {
    expect(JSON.parse(mcpConfiguration(START, 'common'))).toEqual({ mcpServers: { hoplens: { command: '/usr/bin/node', args: ['/extensions/hoplens/dist/cli.cjs', 'mcp'] } } });
  });

  it('tells VS Code\'s executable to be Node', () => {
    expect(JSON.parse(mcpConfiguration({ ...START, executable: '/opt/code/code', electron: true }, 'common'))).toHaveProperty('mcpServers.hoplens.env', { ELECTRON_RUN_AS_NODE: '1' });
  });

  it('names the servers as VS Code does', () => {
    expect(JSON.parse(mcpConfiguration(START, 'vscode'))).toEqual({ servers: { hoplens: { type: 'stdio', command: '/usr/bin/node', args: [START.cli, 'mcp'] } } });
  });

  it('answers over the graph and with the threshold of the settings', () => {
    const graphPath = resolve('films.hlpack');
    const told = mcpConfiguration({ ...START, settings: { graphPath, modelPath: 'relative/model', answerThreshold: 0 } }, 'common');
    expect(JSON.parse(told)).toHaveProperty('mcpServers.hoplens.args', [START.cli, 'mcp', '--graph', graphPath, '--threshold', '0']);
  });
});
