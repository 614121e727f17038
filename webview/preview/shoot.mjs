// Screenshots of the panel, to look at: `node webview/preview/shoot.mjs` writes them to test-results/ and checks
// what clicks and keys do. The page runs under the strict
// content policy of the extension; a violation of it, or an error of the page, ends the run with exit code 1.
import { mkdir, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { chromium } from 'playwright-core';
import { findChromium, FLAGS } from '../../scripts/chromium.mjs';
import { checkActions, checkPicture, checkRelation, checkRestored, checkWhatIf } from './check.mjs';
import { THEMES } from './themes.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const out = `${root}/test-results`;
const ORIGIN = 'http://panel.test';
const bundle = (entry, format) => build({ entryPoints: [`${root}/${entry}`], bundle: true, write: false, outdir: '/', format, target: 'es2022', logLevel: 'warning' });
const text = (result, ending) => result.outputFiles.find(({ path }) => path.endsWith(ending))?.text ?? '';

const panel = await bundle('webview/src/main.ts', 'iife');
const fixtures = await import(`data:text/javascript;base64,${Buffer.from(text(await bundle('webview/preview/fixtures.ts', 'esm'), '.js')).toString('base64')}`);
const { path: executablePath, reason } = findChromium();
if (executablePath === undefined) throw new Error(reason);
const browser = await chromium.launch({ executablePath, args: FLAGS });
await mkdir(out, { recursive: true });

const explanation = (of) => ({ type: 'explanation', result: { uri: 'file:///questions.txt', version: 1, index: 0, explanation: of }, status: fixtures.status });
const whatIf = (of) => ({ type: 'whatIf', uri: 'file:///questions.txt', index: 0, forces: { entities: [{ start: 8, end: 23, id: 'Q37876' }], relations: [{ hop: 1, id: 'P175', inverse: true, mention: { start: 8, end: 23 } }], plan: 'intersection' }, explanation: of, message: '' });
const unfoldWhatIf = async (page) => { await page.locator('.what-if summary').click(); };
const problems = [];

/** Opens the panel in a theme and width, sends it messages, acts, and saves a picture. */
async function shoot(name, theme, width, messages, act = async () => {}, options = {}) {
  const context = await browser.newContext({ viewport: { width, height: 700 }, forcedColors: options.forcedColors ?? 'none' });
  const page = await context.newPage();
  page.on('pageerror', (error) => problems.push(`${name}: ${error.message}`));
  page.on('console', (message) => { if (message.type() === 'error') problems.push(`${name}: ${message.text()}`); });
  const variables = Object.entries(THEMES[theme].variables).map(([key, value]) => `${key}: ${value};`).join(' ');
  const bodies = {
    '/': ['text/html', `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src ${ORIGIN} 'nonce-a'; script-src 'nonce-a'; img-src data:"><meta property="csp-nonce" content="a"><link rel="stylesheet" href="theme.css"><link rel="stylesheet" href="webview.css"></head><body class="${THEMES[theme].kind}" data-vscode-theme-kind="${THEMES[theme].kind}"><script nonce="a" src="host.js"></script><script nonce="a" src="webview.js"></script></body></html>`],
    '/theme.css': ['text/css', `:root { ${variables} } body { background: var(--vscode-editor-background); margin: 0; padding: 0 20px; }`],
    '/webview.css': ['text/css', text(panel, '.css')],
    '/webview.js': ['text/javascript', text(panel, '.js')],
    '/host.js': ['text/javascript', `window.sent = []; window.kept = ${JSON.stringify(options.saved ?? null)}; window.acquireVsCodeApi = () => ({ postMessage: (m) => { window.sent.push(m); }, getState: () => window.kept, setState: (s) => { window.kept = s; } });`],
  };
  await page.route('**/*', (route) => {
    const [contentType, body] = bodies[new URL(route.request().url()).pathname] ?? [];
    return body === undefined ? route.fulfill({ status: 404, body: '' }) : route.fulfill({ contentType: `${contentType}; charset=utf-8`, body });
  });
  await page.goto(`${ORIGIN}/`);
  for (const message of messages) await page.evaluate((m) => { window.postMessage(m, '*'); }, message);
  await page.waitForTimeout(options.wait ?? 350);
  await act(page).catch((error) => { problems.push(`${name}: ${error.message}`); });
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  if (wide > width) problems.push(`${name}: ${wide} px wide in a panel of ${width}`);
  await page.screenshot({ path: `${out}/panel-${name}.png`, fullPage: options.fullPage ?? true });
  await context.close();
}

const only = process.argv[2] ?? '';
const shots = [
  ['intersection-dark', 'dark', 760, [explanation(fixtures.intersection)]],
  ['intersection-light', 'light', 760, [explanation(fixtures.intersection)]],
  ['intersection-contrast', 'contrast', 760, [explanation(fixtures.intersection)]],
  ['intersection-narrow', 'dark', 300, [explanation(fixtures.intersection)]],
  ['chain-dark', 'dark', 760, [explanation(fixtures.chain)]],
  ['chain-wide', 'light', 1200, [explanation(fixtures.chain)]],
  ['none-light', 'light', 620, [explanation(fixtures.noAnswer)]],
  ['unfolded', 'dark', 760, [explanation(fixtures.intersection)], async (page) => {
    for (const summary of await page.locator('summary').all()) await summary.click();
  }],
  ['lit', 'dark', 760, [explanation(fixtures.intersection), { type: 'highlight', span: { start: 8, end: 23 } }], async (page) => { await page.locator('.bars .entity').first().hover(); }],
  ['card', 'dark', 760, [explanation(fixtures.intersection), { type: 'card', id: fixtures.card.id, card: fixtures.card }], undefined, { fullPage: false }],
  ['card-narrow', 'light', 300, [explanation(fixtures.intersection), { type: 'card', id: fixtures.card.id, card: fixtures.card }], undefined, { fullPage: false }],
  ['forced', 'light', 760, [explanation(fixtures.intersection)], undefined, { forcedColors: 'active' }],
  ['checked', 'light', 760, [explanation(fixtures.intersection)], (page) => checkActions(page, fixtures.card)],
  ['restored', 'light', 760, [], checkRestored, { saved: { version: 1, state: { kind: 'explanation', result: explanation(fixtures.intersection).result, status: fixtures.status }, unfolded: ['path 0 candidates'], scroll: 0 } }],
  ['what-if-dark', 'dark', 760, [explanation(fixtures.intersection), whatIf(fixtures.chain)], unfoldWhatIf],
  ['what-if-contrast', 'contrast', 1200, [explanation(fixtures.intersection), whatIf(fixtures.chain)], unfoldWhatIf],
  ['what-if-narrow', 'light', 300, [explanation(fixtures.intersection), whatIf(fixtures.chain)], unfoldWhatIf],
  ['what-if-refused', 'light', 620, [explanation(fixtures.intersection), { ...whatIf(null), message: 'Q0 is no entity of the graph Wikidata extract. Take an id from the list.' }]],
  ['what-if-form', 'light', 760, [explanation(fixtures.intersection)], checkWhatIf],
  ['what-if-relation', 'dark', 760, [explanation(fixtures.intersection)], checkRelation],
  ['picture', 'dark', 760, [explanation(fixtures.intersection)], async (page) => { await writeFile(`${out}/picture.png`, Buffer.from((await checkPicture(page)).png, 'base64')); }],
  ['operation-dark', 'dark', 760, [explanation(fixtures.highest)]],
  ['operation-contrast', 'contrast', 1200, [explanation(fixtures.highest)]],
  ['operation-narrow', 'light', 300, [explanation(fixtures.highest)]],
  ['empty', 'dark', 600, [], undefined, { fullPage: false }],
  ['busy', 'dark', 760, [explanation(fixtures.chain), { type: 'busy', question: fixtures.intersection.question }], undefined, { fullPage: false, wait: 900 }],
  ['failed', 'light', 600, [{ type: 'failed', question: fixtures.intersection.question, message: 'The model bundle in media/model lacks heads.onnx. Run npm run setup, or point hoplens.modelPath to a whole bundle.' }], undefined, { fullPage: false }],
];
for (const [name, ...rest] of shots) if (name.includes(only)) await shoot(name, ...rest);
await browser.close();
for (const problem of problems) process.stderr.write(`${problem}\n`);
process.exitCode = problems.length > 0 ? 1 : 0;
