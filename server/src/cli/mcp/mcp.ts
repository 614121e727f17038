import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js';
import { version } from '../../../../package.json';
import { createAnswerer } from '../../answering/createAnswerer';
import { givenByText } from '../../documents/corrections/givenByText';
import { readSidecar } from '../../documents/corrections/sidecarStore';
import { assetPaths, type AssetOptions } from '../assets';
import { Failure } from '../failure';
import { sidecarsOf } from '../sidecars';
import { createToolServer } from './toolServer';

/**
 * `hoplens mcp`: the tools over standard input and output. Standard output carries the protocol alone; what else is to be said goes to standard error. Ends when
 * the client closes its end, or with a signal, after the question that runs. Corrections are read with every question: a person may be at work on them.
 */
export async function mcpCommand(options: AssetOptions & { readonly corrections?: readonly string[] }): Promise<void> {
  const sidecars = await sidecarsOf(options.corrections ?? []);
  const answerer = await createAnswerer(assetPaths(options), fileURLToPath(new URL('worker.cjs', import.meta.url))).catch((error: unknown): never => {
    throw new Failure(error instanceof Error ? error.message : String(error));
  });
  const server = createToolServer({ answerer, corrections: (question) => givenByText(sidecars.map(readSidecar), question) }, version);
  const { name, entities } = answerer.graph.provenance;
  await server.connect(new StdioServerTransport());
  process.stderr.write(`hoplens mcp: ready with ${name} (${entities.toLocaleString('en-US')} entities) and ${answerer.modelName}\n`);
  await Promise.race([once(process.stdin, 'end'), once(process.stdin, 'close'), once(process, 'SIGINT'), once(process, 'SIGTERM')]);
  await answerer.close();
  await server.close();
}
