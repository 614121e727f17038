// Bundles the parts: client, server with its worker, command line, panel. An entry that does not exist is an error.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build, context } from 'esbuild';

const root = fileURLToPath(new URL('.', import.meta.url));
const watch = process.argv.includes('--watch');
const node = { bundle: true, mainFields: ['module', 'main'], platform: 'node', format: 'cjs', target: 'node20', sourcemap: 'linked', logLevel: 'warning', absWorkingDir: root, define: { 'import.meta.url': '__hoplensUrl' }, banner: { js: "const __hoplensUrl = require('node:url').pathToFileURL(__filename).href;" } };
const parts = [
  { ...node, entryPoints: ['extension/src/extension.ts'], outfile: 'dist/extension.cjs', external: ['vscode'] },
  { ...node, entryPoints: ['server/src/lsp/main.ts'], outfile: 'dist/server.cjs', external: ['onnxruntime-node'] },
  { ...node, entryPoints: ['server/src/answering/worker.ts'], outfile: 'dist/worker.cjs', external: ['onnxruntime-node'] },
  { ...node, entryPoints: ['server/src/cli/main.ts'], outfile: 'dist/cli.cjs', external: ['onnxruntime-node'] },
  { entryPoints: ['webview/src/main.ts'], outfile: 'dist/webview.js', bundle: true, platform: 'browser', format: 'iife', target: 'es2022', sourcemap: 'linked', logLevel: 'warning', absWorkingDir: root },
];
for (const part of parts) {
  const entry = part.entryPoints[0];
  if (!existsSync(`${root}${entry}`)) {
    process.stderr.write(`esbuild: ${entry} does not exist; ${part.outfile} is left out\n`);
    continue;
  }
  if (watch) await (await context(part)).watch();
  else await build(part);
}
