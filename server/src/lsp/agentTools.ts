import type { CancellationToken } from 'vscode-languageserver/node';
import { givenByText } from '../documents/corrections/givenByText';
import { UseTool, type UseToolParams, type UseToolResult } from '../protocol';
import { ToolError } from '../tools/toolError';
import { TOOLS } from '../tools/tools';
import type { Feature } from './feature';
import { answered, signalOf } from './withdrawal';

/** The tools for agents, over text that belongs to no document. */
export const agentTools: Feature = {
  capabilities: {},
  register({ connection, documents, corrections }) {
    connection.onRequest(UseTool, ({ name, input }: UseToolParams, token: CancellationToken): Promise<UseToolResult> => answered(async () => {
      const tool = TOOLS.find((one) => one.name === name);
      if (tool === undefined) throw new ToolError(`There is no tool ${name}. There are: ${TOOLS.map((one) => one.name).join(', ')}.`);
      const signal = signalOf(token);
      return tool.invoke({ answerer: await documents.answerer(signal), corrections: (question) => givenByText(corrections.sidecars(), question) }, input, signal);
    }));
  },
};
