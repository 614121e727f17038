// npm run bench -- editor [--questions 10000] [--runs 3]: evaluates many questions in a real VS Code (code-server) to the end, several times: the longest wait of
// the extension host's own work (beside an idle control before HopLens was started), the longest of the server's main thread, and the memory of both after each
// run. By hand: it takes minutes. The last result is kept in bench/results/editor.md.
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { findChromium, FLAGS } from '../scripts/chromium.mjs';
import * as codeServer from '../scripts/codeServer.mjs';
import { packageExtension } from '../scripts/package.mjs';
import { openFile, runCommand } from '../test/e2e/driver.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const { values } = parseArgs({ args: process.argv.slice(2), options: { questions: { type: 'string', default: '10000' }, runs: { type: 'string', default: '3' } } });
const [wanted, runs] = [Number(values.questions), Number(values.runs)];
/** Seconds that are watched before HopLens is started, and after the file is opened, while its questions are linked in the background. */
const IDLE = 30;
const LINKING = 20;
/** A run of ten thousand questions takes minutes. */
const LIMIT = 30 * 60_000;
const say = (line) => process.stdout.write(`${line}\n`);
/** As it is packaged: others may commit while it runs. */
const commit = execFileSync('git', ['describe', '--always', '--dirty'], { cwd: root, encoding: 'utf8' }).trim();
const pause = (seconds) => new Promise((resolve) => setTimeout(resolve, 1000 * seconds));

/** The server's process: the one that runs the bundle of the installed extension. */
function serverPid(home) {
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    const command = existsSync(`/proc/${pid}/cmdline`) ? readFileSync(`/proc/${pid}/cmdline`, 'utf8') : '';
    if (command.includes(home) && command.includes('server.cjs')) return pid;
  }
  throw new Error('the process of the language server is not found');
}
const resident = (pid) => Math.round(Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))[1]) / 1024);

const rows = [];
/** Keeps what is known so far: a run that is broken off leaves what it found. */
function keep() {
  const cell = (value, unit) => (value === undefined ? '' : `${value}${unit}`);
  const garbage = ({ longest }) => {
    const worst = longest.toSorted((a, b) => b.waited - a.waited)[0];
    return worst === undefined || worst.collected === 0 ? '' : `${worst.collected} ms, ${worst.after} s after it began`;
  };
  mkdirSync(join(root, 'bench', 'results'), { recursive: true });
  writeFileSync(join(root, 'bench', 'results', 'editor.md'), `# ${wanted} questions in the editor

Commit ${commit}, ${new Date().toISOString().slice(0, 10)}; ${cpus()[0]?.model ?? ''} × ${cpus().length}, load ${loadavg()[1].toFixed(1)}; code-server, the questions of test/questions over and over; \`npm run bench -- editor\`. Waits are those of the whole
extension host (VS Code's own work and every other extension in it), by \`monitorEventLoopDelay\` with a resolution of 5 ms, so that a host without work shows about 5 ms; beside them the same without the time that its thread was ready and another process had the core (Linux's \`schedstat\`). The search for ports to forward, for which a host on a server starts two processes every few seconds whatever is open, is switched off. Each row of an evaluation goes on for three seconds after its end; *within the evaluation* is what HopLens itself measures from its start to its end and says in the status bar. *Collecting garbage*: the longest collection (V8's, of the whole host) in the second of the longest wait, and when that was.

| | seconds watched | three longest waits of the host | seconds with one over 50 ms | without the wait for a core | of these over 50 ms | collecting garbage | host's memory | evaluated in | host's longest wait within the evaluation | server's longest wait | server's memory |
|---|---|---|---|---|---|---|---|---|---|---|---|
${rows.map((row) => `| ${row.name} | ${row.seconds} | ${row.waits.map((wait) => `${wait} ms`).join(', ')} | ${row.over} | ${row.owns.map((own) => `${own} ms`).join(', ')} | ${row.ownOver} | ${garbage(row)} | ${row.host} MB | ${cell(row.evaluated, ' s')} | ${cell(row.editor, ' ms')} | ${cell(row.server, ' ms')} | ${cell(row.resident, ' MB')} |`).join('\n')}
`);
}

const { path: executablePath, reason } = findChromium();
if (!codeServer.supported() || executablePath === undefined) throw new Error(reason ?? 'code-server is packaged for Linux on x64 and arm64 only');
const vsix = await packageExtension();
const home = mkdtempSync(join(tmpdir(), 'hoplens-bench-'));
const caller = join(home, 'caller.vsix');
execFileSync(process.execPath, [join(root, 'node_modules', '@vscode', 'vsce', 'vsce'), 'package', '--out', caller, '--allow-missing-repository', '--skip-license', '--no-dependencies'], { cwd: join(root, 'test', 'e2e', 'caller'), stdio: ['ignore', 'ignore', 'inherit'] });
const workspace = join(home, 'workspace');
mkdirSync(workspace);
cpSync(join(root, 'LICENSE'), join(workspace, 'LICENSE'));
const written = readdirSync(join(root, 'test', 'questions')).filter((name) => name.endsWith('.jsonl')).flatMap((name) => readFileSync(join(root, 'test', 'questions', name), 'utf8').split('\n').filter((line) => line !== ''));
const vscode = await codeServer.start({ vsix, others: [caller], home, settings: { 'editor.inlayHints.enabled': 'on', 'hoplens.annotateOtherLanguages': false, 'remote.autoForwardPortsSource': 'output' } });
const browser = await chromium.launch({ executablePath, args: FLAGS });
try {
  const page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
  await page.goto(vscode.address(workspace));
  await page.locator('.monaco-workbench').waitFor({ timeout: 60_000 });
  await openFile(page, 'LICENSE');
  await runCommand(page, 'Test: Watch the extension host');
  const since = (began) => readFileSync(join(workspace, 'host.jsonl'), 'utf8').split('\n').filter((line) => line !== '').map((line) => JSON.parse(line)).filter(({ at }) => at > began + 1000);
  /** The longest waits of the host since then, and its memory. */
  const told = (name, began, more) => {
    const seconds = since(began);
    const [waits, owns] = ['waited', 'own'].map((kind) => seconds.map((second) => second[kind]).sort((a, b) => b - a));
    const [longestOf, over] = [(all) => all.slice(0, 3).map((wait) => Number(wait.toFixed(1))), (all) => all.filter((wait) => wait > 50).length];
    // When they were, and what of it was the collection of garbage.
    const longest = seconds.filter(({ waited }) => waited > 25).map(({ at, waited, own, collected }) => ({ after: Math.round((at - began) / 1000), waited: Math.round(waited), own: Math.round(own), collected: Math.round(collected) }));
    const row = { name, seconds: seconds.length, waits: longestOf(waits), over: over(waits), owns: longestOf(owns), ownOver: over(owns), host: Math.round((seconds.at(-1)?.resident ?? 0) / 1048576), ...more, longest };
    rows.push(row);
    say(JSON.stringify(row));
    keep();
  };
  await pause(5);
  let began = Date.now();
  await pause(IDLE);
  told('idle, HopLens not started', began, {});
  const many = Array.from({ length: wanted }, (_, k) => written[k % written.length]).join('\n');
  // The same text without the word that makes it questions: what VS Code itself takes to open it.
  writeFileSync(join(workspace, 'control.jsonl'), many.replaceAll('"question"', '"nothings"'));
  began = Date.now();
  await openFile(page, 'control.jsonl');
  await pause(LINKING);
  told('a file of that size opened that holds no questions, HopLens not started', began, {});
  writeFileSync(join(workspace, 'many.jsonl'), many);
  began = Date.now();
  await openFile(page, 'many.jsonl');
  await page.locator('.editor-actions .action-label[aria-label="Evaluate file"]').first().waitFor({ timeout: 90_000 });
  await pause(LINKING);
  const pid = serverPid(home);
  told('opened, linked in the background', began, { resident: resident(pid) });
  const said = page.locator('.statusbar-item').getByText(/the editor waited \d+ ms/).first();
  for (let run = 1; run <= runs; run++) {
    await said.waitFor({ state: 'detached', timeout: 60_000 });
    began = Date.now();
    await runCommand(page, 'HopLens: Evaluate file');
    await said.waitFor({ timeout: LIMIT });
    const text = await said.innerText();
    await pause(3);
    const [, questions, seconds, editor, server] = /(\d+) questions in ([\d.]+) s; .*waited (\d+) ms.*server (\d+) ms/.exec(text) ?? [];
    told(`evaluation ${run}`, began, { questions: Number(questions), evaluated: Number(seconds), editor: Number(editor), server: Number(server), resident: resident(pid) });
    await page.locator('.tabs-container .tab').filter({ hasText: 'many.jsonl' }).first().click();
  }
} finally {
  await browser.close();
  await vscode.stop();
  rmSync(home, { recursive: true, force: true });
}
say('Kept in bench/results/editor.md');
