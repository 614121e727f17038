// Calls the language-model tools of HopLens as an agent does, and watches the extension host that both run in; what comes of it is written into the workspace.
import { appendFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { monitorEventLoopDelay, performance, PerformanceObserver } from 'node:perf_hooks';
import { clearInterval, setInterval } from 'node:timers';
import * as vscode from 'vscode';

const CALLS = [
  ['answer_question', { question: 'Who did Natalie Portman play in Star Wars?' }],
  ['link_entities', { question: 'Who wrote films starring Tom Hanks?' }],
  ['explain_answer', { question: 'Who wrote Hamlet?' }],
  ['answer_question', { question: 'Who wrote Hamlet?', entities: [{ words: 'Hamlet', id: 'Q0' }] }],
];

/** How long (milliseconds) the host's thread stood in line for a core since it began, as Linux counts it. */
function inLine() {
  return Number(readFileSync('/proc/self/schedstat', 'utf8').split(' ')[1]) / 1e6;
}

/** Calls every 5 ms, with how long (milliseconds) it took until the call without the time that the thread stood in line for a core: other processes cause that. */
function tick(took) {
  let [last, lined] = [performance.now(), inLine()];
  return setInterval(() => {
    const [now, before] = [performance.now(), lined];
    lined = inLine();
    took(now - last - (lined - before));
    last = now;
  }, 5);
}

/** Writes every second how long the host's own work had to wait at most in it, the same without the wait for a core, and the longest collection of garbage (milliseconds), into host.jsonl. */
function watch() {
  const file = join(vscode.workspace.workspaceFolders[0].uri.fsPath, 'host.jsonl');
  const delay = monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  let collected = 0;
  let own = 0;
  const ticking = tick((took) => { own = Math.max(own, took); });
  const collections = new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) collected = Math.max(collected, duration);
  });
  collections.observe({ entryTypes: ['gc'] });
  const writing = setInterval(() => {
    appendFileSync(file, `${JSON.stringify({ at: Date.now(), waited: delay.max / 1e6, own, collected, resident: process.memoryUsage().rss })}\n`);
    delay.reset();
    collected = 0;
    own = 0;
  }, 1000);
  return { dispose: () => { clearInterval(writing); clearInterval(ticking); collections.disconnect(); delay.disable(); } };
}

/** Registers the commands; nothing runs before them. */
export function activate(context) {
  context.subscriptions.push(vscode.commands.registerCommand('toolCaller.watch', () => { context.subscriptions.push(watch()); }), vscode.commands.registerCommand('toolCaller.call', async () => {
    const told = { tools: vscode.lm.tools.map(({ name }) => name), results: [] };
    for (const [name, input] of CALLS) {
      try {
        const { content } = await vscode.lm.invokeTool(name, { input, toolInvocationToken: undefined });
        told.results.push(content.map((part) => part.value));
      } catch (error) {
        told.results.push(String(error));
      }
    }
    await vscode.workspace.fs.writeFile(vscode.Uri.joinPath(vscode.workspace.workspaceFolders[0].uri, 'tools.json'), Buffer.from(JSON.stringify(told)));
  }));
}
