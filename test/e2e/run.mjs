// End-to-end tests in a real VS Code (code-server) with the packaged .vsix installed, driven through Debian's chromium. Skipped, with the reason, where
// neither can be had. Screenshots go to test-results/.
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { findChromium, FLAGS } from '../../scripts/chromium.mjs';
import * as codeServer from '../../scripts/codeServer.mjs';
import { packageExtension } from '../../scripts/package.mjs';
import { scenarios as all } from './scenarios.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const results = join(root, 'test-results');
/** A pattern that the names of the scenarios to run match; none: all of them. */
const wanted = new RegExp(process.argv[2] ?? '');
const scenarios = all.filter(({ name }) => wanted.test(name));
const LIMIT = 14 * 60_000;

/** A small extension that calls the language-model tools, as an agent's does. */
function packageCaller(folder) {
  const out = join(folder, 'caller.vsix');
  execFileSync(process.execPath, [join(root, 'node_modules', '@vscode', 'vsce', 'vsce'), 'package', '--out', out, '--allow-missing-repository', '--skip-license', '--no-dependencies'], { cwd: join(root, 'test', 'e2e', 'caller'), stdio: ['ignore', 'ignore', 'inherit'] });
  return out;
}

function skip(reason) {
  process.stdout.write(`End-to-end tests SKIPPED: ${reason}.\n0 passed, 0 failed, ${scenarios.length} skipped\n`);
  process.exit(0);
}

if (!codeServer.supported()) skip('code-server is packaged for Linux on x64 and arm64 only');
const browserFound = findChromium();
if (browserFound.path === undefined) skip(browserFound.reason);

setTimeout(() => {
  process.stderr.write('End-to-end tests: not done after fourteen minutes, given up.\n');
  process.exit(1);
}, LIMIT).unref();

const vsix = await packageExtension();
mkdirSync(results, { recursive: true });
const home = mkdtempSync(join(tmpdir(), 'hoplens-e2e-'));
const workspace = join(home, 'workspace');
cpSync(join(root, 'test', 'e2e', 'workspace'), workspace, { recursive: true });
const vscode = await codeServer.start({ vsix, others: [packageCaller(home)], home, settings: { 'editor.inlayHints.enabled': 'on', 'editor.hover.delay': 100, 'workbench.colorTheme': 'Default Dark Modern', 'files.autoSave': 'off', 'editor.wordWrap': 'off', '[hoplens-questions]': { 'editor.wordWrap': 'off' }, 'workbench.sideBar.location': 'left' } });
const browser = await chromium.launch({ executablePath: browserFound.path, args: FLAGS });
let passed = 0;
let failed = 0;
try {
  const page = await browser.newPage({ viewport: { width: 1800, height: 1000 } });
  await page.goto(vscode.address(workspace));
  await page.locator('.monaco-workbench').waitFor({ timeout: 60_000 });
  for (const { name, run } of scenarios) {
    const began = Date.now();
    const attempt = () => run({ page, workspace, shot: (file) => page.screenshot({ path: join(results, file) }) });
    const told = (error) => (error instanceof Error ? error.message.split('\n').slice(0, 6).join('\n    ') : String(error));
    try {
      await attempt().catch(async (error) => {
        // A key or a pointer that is lost on a busy machine is no fault of what is tested: once more, and said.
        process.stdout.write(`  … ${name}: a second time, after\n    ${told(error)}\n`);
        await page.screenshot({ path: join(results, `first-try-${passed + failed + 1}.png`) }).catch(() => undefined);
        for (let k = 0; k < 3; k++) await page.keyboard.press('Escape');
        await attempt();
      });
      passed++;
      process.stdout.write(`  ✓ ${name} (${((Date.now() - began) / 1000).toFixed(1)} s)\n`);
    } catch (error) {
      failed++;
      await page.screenshot({ path: join(results, `failed-${passed + failed}.png`) }).catch(() => undefined);
      process.stdout.write(`  ✗ ${name}\n    ${told(error)}\n`);
    }
  }
} finally {
  await browser.close();
  await vscode.stop();
  rmSync(home, { recursive: true, force: true });
}
process.stdout.write(`${passed} passed, ${failed} failed\n`);
process.exit(failed === 0 ? 0 : 1);
