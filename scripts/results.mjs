#!/usr/bin/env node
// Measures the shipped bundle and writes docs/results.json and docs/results.md: node scripts/results.mjs --data FOLDER (scripts/results/main.ts has the options)
import { bundle } from './bundle.mjs';
await import(await bundle('scripts/results/main.ts'));
