import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { openLexicon } from '../server/src/graph/lexicon/fromPack';
import type { Lexicon } from '../server/src/graph/lexicon/lexicon';
import { findMentions } from '../server/src/graph/lexicon/mentions';
import { splitWords } from '../server/src/graph/lexicon/words';
import { Pack } from '../server/src/graph/packFile';
import { PackedGraph } from '../server/src/graph/packedGraph';
import type { MatchKind } from '../server/src/protocol';

/*
 * How often the entity that a question asks about is among the candidates of its spans: the ceiling of everything that follows. Gold entities that the graph
 * does not hold are not counted. The rules were written after reading misses of the TRAINING questions only.
 */

const RULES: readonly MatchKind[] = ['label', 'alias', 'variant', 'typo', 'partial', 'overlap'];
const WARM_UP = 300;

interface Row {
  readonly question: string;
  readonly gold: readonly string[];
}

function readQuestions(path: string): Row[] {
  const text = gunzipSync(readFileSync(path)).toString('utf8');
  return text.trim().split('\n').map((line): Row => {
    const row: unknown = JSON.parse(line);
    if (typeof row !== 'object' || row === null || !('question' in row) || typeof row.question !== 'string' || !('qe' in row) || !Array.isArray(row.qe)) {
      throw new Error(`${path} has a row without "question" and "qe".`);
    }
    const gold: readonly unknown[] = row.qe;
    return { question: row.question, gold: [...new Set(gold)].filter(id => typeof id === 'string') };
  });
}

/** The value below which a share of the (sorted) values lies. */
function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
}

function measure(graph: PackedGraph, lexicon: Lexicon, rows: readonly Row[], show: number): string[] {
  const found = new Map<MatchKind, number>();
  const offered = new Map<MatchKind, number>();
  const millis: number[] = [];
  const misses: string[] = [];
  let gold = 0;
  let spans = 0;
  for (const { question } of rows.slice(0, WARM_UP)) findMentions(lexicon, splitWords(question));
  for (const row of rows) {
    const began = performance.now();
    const mentions = findMentions(lexicon, splitWords(row.question));
    millis.push(performance.now() - began);
    spans += mentions.length;
    const surest = new Map<number, MatchKind>();
    for (const { node, match } of mentions.flatMap(mention => mention.found)) {
      offered.set(match, (offered.get(match) ?? 0) + 1);
      const known = surest.get(node);
      if (known === undefined || RULES.indexOf(match) < RULES.indexOf(known)) surest.set(node, match);
    }
    for (const id of row.gold) {
      const node = graph.nodeOf(id);
      if (node === undefined) continue;
      gold++;
      const match = surest.get(node);
      if (match === undefined) misses.push(`${id} ${graph.labelOf(node)}: ${row.question}`);
      else found.set(match, (found.get(match) ?? 0) + 1);
    }
  }
  millis.sort((a, b) => a - b);
  let hits = 0;
  let candidates = 0;
  const lines = RULES.map(rule => {
    hits += found.get(rule) ?? 0;
    candidates += offered.get(rule) ?? 0;
    return `  + ${rule.padEnd(8)} recall ${(hits / gold).toFixed(4)}   candidates a question ${(candidates / rows.length).toFixed(1)}`;
  });
  const rest = `  ${(spans / rows.length).toFixed(1)} spans a question; p50 ${quantile(millis, 0.5).toFixed(3)} ms, p99 ${quantile(millis, 0.99).toFixed(3)} ms`;
  return [`  ${rows.length} questions, ${gold} gold entities in the graph`, ...lines, rest, ...misses.slice(0, show).map(miss => `    missed ${miss}`)];
}

function main(): void {
  const { values } = parseArgs({ options: {
    graph: { type: 'string', default: 'media/graph/wikidata.hlpack' }, data: { type: 'string' },
    sets: { type: 'string', default: 'simpleq_valid_answerable,mintaka_dev_a,wwq_dev_a' }, show: { type: 'string', default: '0' },
  } });
  if (values.data === undefined) throw new Error('Give the folder of the question sets: --data FOLDER (with simpleq_valid_answerable.jsonl.gz and the like).');
  const commit = execFileSync('git', ['describe', '--always', '--dirty'], { encoding: 'utf8' }).trim();
  const [cpu] = cpus();
  console.log(`commit ${commit}; ${cpu?.model ?? 'unknown processor'}, ${cpus().length} threads; Node ${process.version}`);
  const pack = Pack.open(values.graph);
  const graph = new PackedGraph(pack);
  const began = performance.now();
  const lexicon = openLexicon(pack);
  console.log(`lexicon opened in ${(performance.now() - began).toFixed(0)} ms, its sections inflated; ${graph.entityCount} entities`);
  for (const set of values.sets.split(',')) {
    console.log(`${set}\n${measure(graph, lexicon, readQuestions(join(values.data, `${set}.jsonl.gz`)), Number(values.show)).join('\n')}`);
  }
}

main();
