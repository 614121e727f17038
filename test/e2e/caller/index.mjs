// Calls the language-model tools of HopLens as an agent does, and watches the extension host that both run in; what comes of it is written into the workspace.
import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { monitorEventLoopDelay, PerformanceObserver } from 'node:perf_hooks';
import { clearInterval, setInterval } from 'node:timers';
import * as vscode from 'vscode';

const CALLS = [
  ['answer_question', { question: 'Who did Natalie Portman play in Star Wars?' }],
  ['link_entities', { question: 'Who wrote films starring Tom Hanks?' }],
  ['explain_answer', { question: 'Who wrote Hamlet?' }],
  ['answer_question', { question: 'Who wrote Hamlet?', entities: [{ words: 'Hamlet', id: 'Q0' }] }],
];

/** Writes every second how long the host's own work had to wait at most in it, and the longest collection of garbage (milliseconds), into host.jsonl. */
function watch() {
  const file = join(vscode.workspace.workspaceFolders[0].uri.fsPath, 'host.jsonl');
  const delay = monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  let collected = 0;
  const collections = new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) collected = Math.max(collected, duration);
  });
  collections.observe({ entryTypes: ['gc'] });
  const writing = setInterval(() => {
    appendFileSync(file, `${JSON.stringify({ at: Date.now(), waited: delay.max / 1e6, collected, resident: process.memoryUsage().rss })}\n`);
    delay.reset();
    collected = 0;
  }, 1000);
  return { dispose: () => { clearInterval(writing); collections.disconnect(); delay.disable(); } };
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
