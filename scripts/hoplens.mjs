#!/usr/bin/env node
// The command line without a build step: bundles it when a source is newer, then runs it.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setUp } from './setup.mjs';
import { buildIfStale } from './stale.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
await setUp({ quiet: true });
await buildIfStale(root);
const cli = join(root, 'dist', 'cli.cjs');
if (!existsSync(cli)) throw new Error('dist/cli.cjs was not built: run npm run build and read its output');
await import(cli);
