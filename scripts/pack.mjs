#!/usr/bin/env node
// Builds the embedded graph pack: node scripts/pack.mjs --wdkg FOLDER [--facts facts] [--out media/graph/wikidata.hlpack]
import { bundle } from './bundle.mjs';
await import(await bundle('server/src/graph/import/main.ts'));
