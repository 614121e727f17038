import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { openPipeline, spareThreads } from '../server/src/answering/openPipeline';
import { answerQuestion } from '../server/src/answering/pipeline';
import { percentile } from '../server/src/evaluation/metrics';
import { parseQuestions } from '../server/src/formats/parseQuestions';

/*
 * One question through the whole pipeline (int8, TypeScript), and the same questions through the fp32 PyTorch pipeline of training/ in the same run, both with
 * as many threads for the model.
 *   npm run bench -- answer [--checkpoint FILE] [--threads 2]      the checkpoint of the shipped model, for the PyTorch side
 */
const { values } = parseArgs({
  options: { graph: { type: 'string', default: 'media/graph/wikidata.hlpack' }, model: { type: 'string', default: 'media/model' }, checkpoint: { type: 'string' }, threads: { type: 'string', default: String(spareThreads()) } },
});
const threads = Number(values.threads);
const FILES = ['one-hop', 'two-hop', 'conjunctive', 'ambiguous'].map((name) => join('test', 'questions', `${name}.jsonl`));
const questions = FILES.flatMap((file) => parseQuestions(file, readFileSync(file, 'utf8')).questions.map((question) => question.text));

const opening = performance.now();
const { pipeline } = await openPipeline({ graph: values.graph, model: values.model, threads });
const opened = performance.now() - opening;
const stages = { mentions: 0, model: 0, hops: 0, rest: 0 };
let millis: number[] = [];
for (let pass = 0; pass < 2; pass++) {
  millis = [];
  for (const text of questions) {
    const told = (await answerQuestion(pipeline, text)).millis;
    millis.push(told.total);
    if (pass === 1) for (const stage of ['mentions', 'model', 'hops', 'rest'] as const) stages[stage] += told[stage] / questions.length;
  }
}
const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim();
console.log(`commit ${commit}; ${cpus()[0]?.model ?? ''} × ${String(cpus().length)}; ${String(questions.length)} questions of test/questions, second pass`);
console.log(`int8, TypeScript, ${values.threads} threads: p50 ${percentile(millis, 50).toFixed(2)} ms, p99 ${percentile(millis, 99).toFixed(2)} ms; mean by stage ${Object.entries(stages).map(([stage, value]) => `${stage} ${value.toFixed(2)}`).join(', ')}; opened in ${opened.toFixed(0)} ms`);
const python = resolve('training', '.venv', 'bin', 'python');
if (values.checkpoint !== undefined && existsSync(python)) {
  const output = execFileSync(python, ['-m', 'hoplens_training.timing', '--graph', join('..', values.graph), '--checkpoint', resolve(values.checkpoint), '--threads', values.threads, '--questions', ...FILES.map((file) => join('..', file))], { cwd: 'training', encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  const peer: unknown = JSON.parse(output.trim().split('\n').at(-1) ?? '{}');
  if (typeof peer === 'object' && peer !== null && 'p50' in peer && 'p99' in peer) {
    const [p50, p99] = [Number(peer.p50), Number(peer.p99)];
    console.log(`fp32, PyTorch, ${values.threads} threads: p50 ${p50.toFixed(2)} ms, p99 ${p99.toFixed(2)} ms; ratio at p50 ${(p50 / percentile(millis, 50)).toFixed(1)}`);
  }
} else console.log('fp32, PyTorch: left out (give --checkpoint FILE and set up training/.venv)');
