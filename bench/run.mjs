#!/usr/bin/env node
// npm run bench -- NAME [options]: answer (one question, beside PyTorch), follow (beside the sparse operator), recall (the lexicon).
import { bundle } from '../scripts/bundle.mjs';

const [name = 'answer', ...rest] = process.argv.slice(2);
process.argv = [process.argv[0], name, ...rest];
if (name === 'answer') await import(await bundle('bench/answer.ts'));
else if (name === 'follow' || name === 'recall') await import(`./${name}.mjs`);
else {
  process.stderr.write(`bench: there is no ${name}; give answer, follow or recall.\n`);
  process.exitCode = 2;
}
