import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { EvaluateFile, EvaluationPage, EvaluationProgress, EvaluationState, type EvaluateFileResult, type EvaluationPageResult } from '../server/src/protocol';
import { ROOT, TestClient } from '../test/protocol/testClient';

/**
 * Evaluates many questions through the language server, as the editor does, several times: how long, how long the client's and the server's own work had to wait
 * for it, and how much memory the server holds after each run. The questions are the hand-written ones, over and over.
 */
const { values } = parseArgs({ args: process.argv.slice(2), options: { questions: { type: 'string', default: '10000' }, runs: { type: 'string', default: '3' } } });
const wanted = Number(values.questions);
const written = readdirSync(join(ROOT, 'test', 'questions')).filter((name) => name.endsWith('.jsonl')).flatMap((name) => readFileSync(join(ROOT, 'test', 'questions', name), 'utf8').split('\n').filter((line) => line !== ''));
const folder = mkdtempSync(join(tmpdir(), 'hoplens-bench-'));
const path = join(folder, 'many.jsonl');
writeFileSync(path, Array.from({ length: wanted }, (_, k) => written[k % written.length]).join('\n'));
const uri = pathToFileURL(path).href;
const client = await TestClient.start(join(ROOT, 'media'));
await client.loaded();

const milliseconds = (nanoseconds: number): string => (nanoseconds / 1e6).toFixed(1);
/** Resident memory of the server's process in MB; Linux only. */
const memory = (): number => Math.round(Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${String(client.pid)}/status`, 'utf8'))?.[1] ?? NaN) / 1024);
try {
  process.stdout.write(`${String(wanted)} questions; server at rest ${String(memory())} MB\n`);
  for (let run = 1; run <= Number(values.runs); run++) {
    const waits: number[] = [];
    let told = 0;
    const listening = client.connection.onNotification(EvaluationProgress, () => { told++; });
    // A small request every so often: it waits as long as the server's main thread is busy with something else.
    const asking = setInterval(() => {
      const asked = performance.now();
      void client.connection.sendRequest(EvaluationState, { uri }).then(() => waits.push(performance.now() - asked));
    }, 20);
    const delay = monitorEventLoopDelay({ resolution: 5 });
    delay.enable();
    const began = performance.now();
    const result = await client.connection.sendRequest<EvaluateFileResult>(EvaluateFile, { uri, goldEntity: true, token: `bench-${String(run)}` });
    const seconds = (performance.now() - began) / 1000;
    const page = await client.connection.sendRequest<EvaluationPageResult>(EvaluationPage, { uri, cspSource: 'x:', nonce: 'n', script: 'x:/report.js' });
    delay.disable();
    clearInterval(asking);
    listening.dispose();
    waits.sort((a, b) => a - b);
    const at = (share: number): string => (waits[Math.min(waits.length - 1, Math.floor(share * waits.length))] ?? 0).toFixed(1);
    process.stdout.write(`run ${String(run)}: ${seconds.toFixed(1)} s (${((1000 * seconds) / result.report.n).toFixed(1)} ms a question), Hits@1 ${(100 * result.report.hits1).toFixed(1)}; client waited at most ${milliseconds(delay.max)} ms (99.9 %: ${milliseconds(delay.percentile(99.9))}), server answered within ${at(0.5)} ms (99 %: ${at(0.99)}, most ${at(1)}); ${String(told)} messages, page ${String(Math.round(page.html.length / 1024))} kB; server ${String(memory())} MB\n`);
  }
} finally {
  await client.stop();
  rmSync(folder, { recursive: true });
}
