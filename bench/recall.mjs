#!/usr/bin/env node
// Recall of the gold entity among the lexicon's candidates: node bench/recall.mjs --graph PACK --data FOLDER [--sets simpleq_valid_answerable,…] [--show 20]
import { bundle } from '../scripts/bundle.mjs';
await import(await bundle('bench/recall.ts'));
