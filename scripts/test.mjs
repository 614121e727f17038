#!/usr/bin/env node
// npm test: sets up, then types, lint, unit and protocol tests, the package, and the end-to-end tests in a real VS Code with it installed.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setUp } from './setup.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const quick = process.argv.includes('--quick');
const bin = (name) => join(root, 'node_modules', name);

function step(title, args) {
  const began = Date.now();
  process.stdout.write(`\n── ${title}\n`);
  const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' });
  process.stdout.write(`── ${title}: ${status === 0 ? 'passed' : 'FAILED'} in ${((Date.now() - began) / 1000).toFixed(1)} s\n`);
  if (status !== 0) process.exit(status ?? 1);
}

await setUp();
step('types', [bin('typescript/bin/tsc'), '-p', '.']);
step('lint', [bin('eslint/bin/eslint.js'), '.']);
step('bundles', ['esbuild.config.mjs']);
step('unit and protocol tests', [bin('vitest/vitest.mjs'), 'run']);
if (!quick) step('end-to-end in VS Code', ['test/e2e/run.mjs']);
