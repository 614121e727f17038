// Bundles the parts: client, server with its threads, command line, panel. An entry that does not exist yet is left out, with a notice.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build, context } from 'esbuild';

const root = fileURLToPath(new URL('.', import.meta.url));
const watch = process.argv.includes('--watch');

// VS Code's task (.vscode/tasks.json) knows by these lines when F5 may go on.
const announce = {
  name: 'announce',
  setup({ onStart, onEnd }) {
    onStart(() => { if (watch) process.stdout.write('[watch] build started\n'); });
    onEnd(() => { if (watch) process.stdout.write('[watch] build finished\n'); });
  },
};
const common = { bundle: true, sourcemap: 'linked', logLevel: 'warning', absWorkingDir: root, plugins: [announce] };
const node = {
  ...common, mainFields: ['module', 'main'], platform: 'node', format: 'cjs', target: 'node20',
  define: { 'import.meta.url': '__hoplensUrl' }, banner: { js: "const __hoplensUrl = require('node:url').pathToFileURL(__filename).href;" },
};
const parts = [
  { ...node, entryPoints: ['extension/src/extension.ts'], outfile: 'dist/extension.cjs', external: ['vscode'] },
  { ...node, entryPoints: ['server/src/lsp/main.ts'], outfile: 'dist/server.cjs', external: ['onnxruntime-node'] },
  { ...node, entryPoints: ['server/src/answering/worker.ts'], outfile: 'dist/worker.cjs', external: ['onnxruntime-node'] },
  { ...node, entryPoints: ['server/src/evaluation/diagnoser/worker.ts'], outfile: 'dist/diagnosis.cjs' },
  { ...node, entryPoints: ['server/src/cli/main.ts'], outfile: 'dist/cli.cjs', external: ['onnxruntime-node'] },
  { ...common, entryPoints: ['webview/src/report/main.ts'], outfile: 'dist/report.js', platform: 'browser', format: 'iife', target: 'es2022' },
  { ...common, entryPoints: ['webview/src/main.ts'], outfile: 'dist/webview.js', platform: 'browser', format: 'iife', target: 'es2022' },
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
