import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import type { ToolSetting } from '../../tools/tool';
import { TOOLS } from '../../tools/tools';

/** A Model Context Protocol server with every tool over an answerer, with what people corrected. A tool's error becomes a tool error: the model reads the remedy and tries again. */
export function createToolServer(setting: ToolSetting, version: string): McpServer {
  const { name, entities } = setting.answerer.graph.provenance;
  const server = new McpServer({ name: 'hoplens', version }, {
    instructions: `Question answering over the knowledge graph "${name}" (${entities.toLocaleString('en-US')} entities), offline. answer_question for the answer, link_entities for ids of what a question names, explain_answer for the reasoning and the edges that prove it.`,
  });
  for (const tool of TOOLS) {
    server.registerTool(tool.name, {
      title: tool.title, description: tool.description, inputSchema: tool.input, outputSchema: tool.output,
      annotations: { readOnlyHint: true, idempotentHint: true, openWorldHint: false },
    }, async (input, { signal }) => {
      const { structured, text } = await tool.invoke(setting, input, signal);
      return { content: [{ type: 'text', text }], structuredContent: { ...structured } };
    });
  }
  return server;
}
