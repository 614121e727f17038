#!/usr/bin/env node
// Draws the figure of docs/method.md from a question that the shipped model answers: node scripts/figures.mjs
import { bundle } from './bundle.mjs';
await import(await bundle('scripts/figures/main.ts'));
