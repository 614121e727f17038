import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openPipeline } from '../../server/src/answering/openPipeline';
import { answerQuestion } from '../../server/src/answering/pipeline';
import { draw } from './draw';
import { figureTrace } from './trace';

// node scripts/figures.mjs: answers the example question with the shipped model, keeps the trace and draws it for docs/method.md.
const { pipeline, manifest, modelName } = await openPipeline({ graph: join('media', 'graph', 'wikidata.hlpack'), model: join('media', 'model') });
const trace = figureTrace(await answerQuestion(pipeline, 'Who did Natalie Portman play in Star Wars?'), `${modelName} (${manifest.fingerprint})`);
writeFileSync(join('docs', 'figures', 'intersection.json'), `${JSON.stringify(trace, null, 1)}\n`);
writeFileSync(join('docs', 'figures', 'intersection.svg'), draw(trace));
