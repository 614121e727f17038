import { closeSync, createReadStream, openSync, writeFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { Pack } from '../packFile';
import { PackError } from '../packError';
import { PackedGraph } from '../packedGraph';
import { FEATURES } from './candidateFeatures';
import { openLexicon } from './fromPack';
import { findMentions, type SpanCandidates } from './mentions';
import { splitWords } from './words';

/*
 * Writes the words, spans and candidates of many questions, one JSON line a question, for training:
 *   {"words":["who",…],"mentions":[[firstWord,lastWord,[[node,f0 … f15],…]],…]}       features are bytes, 255 = 1
 */

const FLUSH = 1 << 20;
const REPORT = 5000;

class InputError extends Error {}

function candidatesOf(span: SpanCandidates): string {
  return span.found.map(({ node }, k) => `[${String(node)},${span.features.subarray(k * FEATURES, (k + 1) * FEATURES).join(',')}]`).join(',');
}

function questionOf(line: string, place: string): string {
  let row: unknown;
  try {
    row = JSON.parse(line);
  } catch {
    throw new InputError(`${place} is not JSON. Give one JSON object a line.`);
  }
  if (typeof row === 'object' && row !== null && 'question' in row && typeof row.question === 'string') return row.question;
  throw new InputError(`${place} has no "question" text. Give one JSON object a line, with a field "question".`);
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { graph: { type: 'string' }, in: { type: 'string' }, out: { type: 'string' } } });
  const { graph: path, in: input, out } = values;
  if (path === undefined || input === undefined || out === undefined) throw new InputError('Usage: node scripts/candidates.mjs --graph PACK --in questions.jsonl --out FILE.jsonl');
  const pack = Pack.open(path);
  const graph = new PackedGraph(pack);
  const lexicon = openLexicon(pack);
  const nodeOf = (id: string): number | undefined => graph.nodeOf(id);
  const file = openSync(out, 'w');
  const began = performance.now();
  let buffer = '';
  let rows = 0;
  let line = 0;
  const report = (): void => {
    process.stderr.write(`${String(rows)} questions, ${String(Math.round((1000 * rows) / (performance.now() - began)))} a second\n`);
  };
  for await (const text of createInterface({ input: createReadStream(input, 'utf8'), crlfDelay: Infinity })) {
    line++;
    if (text.trim() === '') continue;
    const words = splitWords(questionOf(text, `${input}:${String(line)}`));
    const mentions = findMentions(lexicon, words, nodeOf).map(span => `[${String(span.firstWord)},${String(span.lastWord)},[${candidatesOf(span)}]]`);
    buffer += `{"words":${JSON.stringify(words.map(word => word.text))},"mentions":[${mentions.join(',')}]}\n`;
    if (buffer.length > FLUSH) {
      writeFileSync(file, buffer);
      buffer = '';
    }
    if (++rows % REPORT === 0) report();
  }
  writeFileSync(file, buffer);
  closeSync(file);
  report();
}

try {
  await main();
} catch (error) {
  const known = error instanceof InputError || error instanceof PackError || (error instanceof Error && 'code' in error && error.code === 'ENOENT');
  if (!known) throw error;
  process.stderr.write(`candidates: ${error.message}\n`);
  process.exitCode = 1;
}
