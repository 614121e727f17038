#!/usr/bin/env node
// Words, spans and candidates of many questions, for training: node scripts/candidates.mjs --graph PACK --in questions.jsonl --out FILE.jsonl
import { bundle } from './bundle.mjs';
await import(await bundle('server/src/graph/lexicon/exportCandidates.ts'));
