import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { openPipeline, spareThreads } from '../../server/src/answering/openPipeline';
import { percentile } from '../../server/src/evaluation/metrics';
import { measureSet } from './measure';
import { cardWith } from './modelCard';
import { readResults, readTables } from './read';
import { render } from './render';
import { compareTraces } from './traces';
import { dataSets, handSets, heldOutSets, type QuestionSet } from './sets';
import { seedRun } from './seeds';
import { fp32Schema, type Results, type SeedRun } from './shape';

/*
 * Measures the bundle and writes docs/results.json, docs/results.md and the numbers in docs/model-card.md.
 *   node scripts/results.mjs --data FOLDER     FOLDER holds questions/*.jsonl.gz; without it only the questions of the repository are measured
 *     --held-out FILE      generated questions in held-out wordings; by default they are generated where training/.venv is set up
 *     --fp32 FILE          report.json of hoplens_training.report, for the same model in PyTorch
 *     --traces FILE        what hoplens_training.traces wrote for the same model
 *     --bench FILE         what `npm run bench -- answer` printed
 *     --run NAME=FILE      results.json of another seed's bundle, several times
 *     --graph, --model     another pack and bundle;  --out FOLDER  instead of docs;  --only TEXT  sets whose name holds it;  --no-causes
 *     --other, --peers     tables of other runs, kept as results-other.json and results-peers.json
 *     --render             the pages from the committed numbers, without measuring; with --run, those seeds in the place of the committed ones
 */
const root = process.cwd();
const { values } = parseArgs({
  allowNegative: true,
  options: {
    data: { type: 'string' }, 'held-out': { type: 'string' }, fp32: { type: 'string' }, traces: { type: 'string' }, bench: { type: 'string' }, other: { type: 'string' }, peers: { type: 'string' },
    run: { type: 'string', multiple: true, default: [] },
    graph: { type: 'string', default: join('media', 'graph', 'wikidata.hlpack') }, model: { type: 'string', default: join('media', 'model') },
    out: { type: 'string', default: 'docs' }, only: { type: 'string', default: '' }, causes: { type: 'boolean', default: true }, render: { type: 'boolean', default: false },
  },
});
const say = (text: string): void => void process.stderr.write(`${text}\n`);
const git = (...args: string[]): string => execFileSync('git', args, { cwd: root, encoding: 'utf8' }).trim();
/** What the numbers depend on: a measurement with changes here that are in no commit says so. */
const MEASURED = ['server/src/answering', 'server/src/evaluation', 'server/src/formats', 'server/src/graph', 'server/src/model', 'scripts/results', 'media', 'test/questions'];

/** The rooms of {@link MEASURED} that differ from the commit, each with the number of its files; tests do not count. */
function changed(): string[] {
  const files = execFileSync('git', ['status', '--porcelain', '-uall', '--', ...MEASURED], { cwd: root, encoding: 'utf8' }).split('\n').map((line) => line.slice(3)).filter((file) => file !== '' && !file.endsWith('.test.ts'));
  return MEASURED.flatMap((room) => {
    const n = files.filter((file) => file.startsWith(room)).length;
    return n === 0 ? [] : [`${room} (${String(n)} ${n === 1 ? 'file' : 'files'})`];
  });
}

/** The held-out wordings: a file, or generated now; nothing where Python is not set up. */
function heldOut(): QuestionSet[] {
  if (values['held-out'] !== undefined) return heldOutSets(readFileSync(values['held-out'], 'utf8'));
  const python = join(root, 'training', '.venv', 'bin', 'python');
  if (!existsSync(python)) {
    say('held-out wordings: left out, because training/.venv is not set up (training/README.md)');
    return [];
  }
  const out = join(mkdtempSync(join(tmpdir(), 'hoplens-held-out-')), 'held-out.jsonl');
  execFileSync(python, ['-m', 'hoplens_training.held_out', '--graph', resolve(values.graph), '--out', out], { cwd: join(root, 'training'), stdio: ['ignore', 2, 2] });
  return heldOutSets(readFileSync(out, 'utf8'));
}

/** The measurements of other seeds. */
function seedRuns(): SeedRun[] {
  return values.run.map((given) => {
    const cut = given.indexOf('=');
    if (cut < 1) throw new Error(`--run ${given}: give NAME=FILE`);
    return seedRun(given.slice(0, cut), readResults(given.slice(cut + 1)));
  });
}

async function measure(): Promise<Results> {
  const sets = [...(values.data === undefined ? [] : dataSets(values.data)), ...handSets(root), ...heldOut()].filter(({ name }) => name.includes(values.only));
  const load = loadavg()[0] ?? 0;
  const threads = spareThreads();
  const opened = await openPipeline({ graph: values.graph, model: values.model, threads });
  const measured: Results['sets'] = {};
  const millis: number[] = [];
  for (const set of sets) {
    const began = performance.now();
    const { result, millis: each } = await measureSet(opened, set, values.causes);
    measured[set.name] = result;
    millis.push(...each);
    say(`${set.name}: ${String(set.questions.length)} questions, Hits@1 ${(100 * result.report.hits1).toFixed(1)}, ${((performance.now() - began) / 1000).toFixed(0)} s`);
  }
  const tenth = (value: number): number => Math.round(value * 100) / 100;
  return {
    commit: git('rev-parse', '--short', 'HEAD'), changed: changed(),
    date: new Date().toISOString().slice(0, 10), machine: `${cpus()[0]?.model.trim() ?? ''} × ${String(cpus().length)}`, load: tenth(load), node: process.versions.node,
    model: opened.manifest.fingerprint, modelName: opened.modelName, trainedOn: [...opened.manifest.trainedOn],
    graph: `${String(opened.graph.entityCount)} entities`, minimumScore: opened.pipeline.threshold, threads, runs: seedRuns(), sets: measured,
    pooled: { millis: { n: millis.length, p50: tenth(percentile(millis, 50)), p99: tenth(percentile(millis, 99)) } },
    fp32: values.fp32 === undefined ? {} : fp32Schema.parse(JSON.parse(readFileSync(values.fp32, 'utf8'))),
    traces: values.traces === undefined ? [] : await compareTraces(opened.pipeline, readFileSync(values.traces, 'utf8')),
    bench: values.bench === undefined ? [] : readFileSync(values.bench, 'utf8').trim().split('\n'),
    notes: [],
  };
}

const at = (file: string): string => join(values.out, file);
for (const kind of ['other', 'peers'] as const) {
  const given = values[kind];
  if (given !== undefined) writeFileSync(at(`results-${kind}.json`), `${JSON.stringify(readTables(given), null, 1)}\n`);
}
if (values.render && values.run.length > 0) writeFileSync(at('results.json'), `${JSON.stringify({ ...readResults(at('results.json')), runs: seedRuns() }, null, 1)}\n`);
if (!values.render) writeFileSync(at('results.json'), `${JSON.stringify(await measure(), null, 1)}\n`);
const results = readResults(at('results.json'));
writeFileSync(at('results.md'), render(results, readTables(at('results-other.json')), readTables(at('results-peers.json'))));
if (existsSync(at('model-card.md'))) writeFileSync(at('model-card.md'), cardWith(readFileSync(at('model-card.md'), 'utf8'), results));
