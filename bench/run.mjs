#!/usr/bin/env node
// npm run bench -- NAME [options]: answer (one question, beside PyTorch), follow (beside the sparse operator), recall (the lexicon), evaluate (a whole file through the language server), editor (the same in a real VS Code).
import { bundle } from '../scripts/bundle.mjs';

const [name = 'answer', ...rest] = process.argv.slice(2);
process.argv = [process.argv[0], name, ...rest];
if (name === 'answer' || name === 'evaluate') await import(await bundle(`bench/${name}.ts`));
else if (name === 'follow' || name === 'recall' || name === 'editor') await import(`./${name}.mjs`);
else {
  process.stderr.write(`bench: there is no ${name}; give answer, follow, recall, evaluate or editor.\n`);
  process.exitCode = 2;
}
