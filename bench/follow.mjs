#!/usr/bin/env node
// One hop over the frontier beside the operator as sparse matrices: node bench/follow.mjs [--graph PACK] [--queries 96] [--seed 1]
import { bundle } from '../scripts/bundle.mjs';
await import(await bundle('bench/follow.bench.ts'));
