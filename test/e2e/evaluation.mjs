// Scenarios of whole files: the report in the editor, the Test Explorer, the tree, symbols and references.
import assert from 'node:assert/strict';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { shownInWebview } from './causes.mjs';
import { clickLine, closeAll, line, openFile, runCommand, wordBox } from './driver.mjs';
import { choose, save } from './fileDialogs.mjs';
import { until } from './until.mjs';

const LOADED = 90_000;

/** The frame of a webview that shows a text. */
async function frameWith(page, text) {
  await shownInWebview(page, text, LOADED);
  for (const frame of page.frames()) {
    if (frame !== page.mainFrame() && (await frame.evaluate(() => document.body?.innerText ?? '').catch(() => '')).includes(text)) return frame;
  }
  throw new Error(`no webview shows “${text}”`);
}

/** Marie Curie is Albert Einstein, for once: then the answer is the gold one. */
const CURIE = JSON.stringify({ version: 1, corrections: [{ id: 'e2e', question: 'Where was Marie Curie born?', mention: 'Marie Curie', kind: 'entity', entity: 'Q937', label: 'Albert Einstein', time: '2026-01-01T00:00:00.000Z' }] });
const TWICE_SIDECAR = 'twice.jsonl.hoplens.json';

/** Evaluates the file of two questions, one of them missed; returns the frame of its report. */
async function evaluateTwice(page) {
  await closeAll(page);
  await openFile(page, 'twice.jsonl');
  await line(page, 'Where was Marie').filter({ hasText: 'Q7186' }).waitFor({ timeout: LOADED });
  await page.locator('.editor-actions .action-label[aria-label="Evaluate file"]').first().click({ timeout: LOADED });
  return frameWith(page, 'How it is counted');
}

export const evaluationScenarios = [
  {
    name: '“Evaluate file” shows a report with measures, causes and pictures; its rows lead into the file',
    async run({ page, shot }) {
      await closeAll(page);
      await openFile(page, 'causes.json');
      // The command is offered once the file is known to hold questions.
      // Not its lenses: VS Code shows those of the last time at once.
      await page.locator('.editor-actions .action-label[aria-label="Evaluate file"]').first().waitFor({ timeout: LOADED });
      await runCommand(page, 'HopLens: Evaluate file');
      const report = await frameWith(page, 'How it is counted');
      const text = await report.evaluate(() => document.body.innerText);
      for (const part of ['Hits@1', 'Gold entity given', 'Where it goes wrong', 'eight times in ten', 'Mintaka', 'declining is right']) assert.ok(text.includes(part), `the report lacks “${part}”`);
      await page.waitForTimeout(500);
      await shot('report.png');
      await report.locator('details.group').first().locator('summary').click();
      await shot('report-rows.png');
      const question = report.locator('a.question').first();
      const asked = await question.innerText();
      await question.click();
      await page.locator('.tabs-container .tab.active').filter({ hasText: 'causes.json' }).first().waitFor({ timeout: 10_000 });
      // Clicked, so that the focus has come to rest: where it moves later, it closes the palette of the next scenario.
      await clickLine(page, asked.slice(0, 25));
    },
  },
  {
    name: 'the tree lists the file, its causes and their questions',
    async run({ page, shot }) {
      await runCommand(page, 'Explorer: Focus on HopLens View');
      const tree = page.locator('.pane').filter({ has: page.locator('.pane-header', { hasText: /^HopLens/i }) });
      await tree.locator('.monaco-list-row').filter({ hasText: 'causes.json' }).waitFor({ timeout: 20_000 });
      const group = tree.locator('.monaco-list-row').filter({ hasText: /not in graph|ranked too low|span wrong|mention missed/i }).first();
      await group.click();
      await tree.locator('.monaco-list-row[aria-level="3"]').first().waitFor({ timeout: 10_000 });
      await shot('tree.png');
    },
  },
  {
    name: 'the buttons of the report save it as HTML, CSV and JSON',
    async run({ page }) {
      const report = await evaluateTwice(page);
      const parts = { html: /^<!doctype html>.*Hits@1/is, csv: /^index,.*\r?\n0,a,Who directed Inception\?,,right,/s, json: /"hoplensEvaluation": ?1/ };
      for (const [kind, content] of Object.entries(parts)) {
        await report.locator(`button[data-export="${kind}"]`).click();
        const path = await save(page, `twice.jsonl.report.${kind}`);
        await until(() => content.test(readFileSync(path, 'utf8')), `the report as ${kind}`);
        // Left for the comparison; the others are in nobody's way no more.
        if (kind !== 'json') rmSync(path);
      }
    },
  },
  {
    name: 'two runs are compared: the one before, and one that was saved; a correction between them fixed a question',
    async run({ page, workspace, shot }) {
      writeFileSync(join(workspace, TWICE_SIDECAR), CURIE);
      await line(page, 'Where was Marie').filter({ hasText: '✎ Q937' }).waitFor({ timeout: 30_000 });
      // The report has the focus since its buttons were clicked: its own file is meant.
      await runCommand(page, 'HopLens: Evaluate file');
      const report = await frameWith(page, 'with 1 correction of the sidecar');
      await report.locator('button[data-compare]').click();
      await page.locator('.quick-input-list .monaco-list-row').filter({ hasText: 'The run before this one' }).click();
      const compared = await frameWith(page, 'Compared with');
      await compared.locator('#change-fixed').getByText('Where was Marie Curie born?').waitFor();
      await shot('report-compared.png');
      await compared.locator('button[data-compare]').click();
      await page.locator('.quick-input-list .monaco-list-row').filter({ hasText: 'Choose a run' }).click();
      const saved = join(workspace, 'twice.jsonl.report.json');
      // Told apart from the run before by its date.
      const run = JSON.parse(readFileSync(saved, 'utf8'));
      writeFileSync(saved, JSON.stringify({ ...run, about: { ...run.about, date: '2020-01-02T03:04:05.000Z' } }));
      await choose(page, 'twice.jsonl.report.json');
      const again = await frameWith(page, 'Compared with 2020-01-02 03:04');
      await again.locator('#change-fixed').getByText('Where was Marie Curie born?').waitFor();
      rmSync(saved);
      rmSync(join(workspace, TWICE_SIDECAR));
      await closeAll(page);
    },
  },
  {
    name: 'the Test Explorer runs a file: wrong answers fail with expected and actual ones and the cause, right ones pass',
    async run({ page, shot }) {
      await runCommand(page, 'Testing: Focus on Test Explorer View');
      const tests = page.locator('.test-explorer');
      const file = tests.locator('.monaco-list-row').filter({ hasText: 'causes.json' }).first();
      await file.waitFor({ timeout: 30_000 });
      await file.hover();
      await file.locator('.action-label[aria-label^="Run Test"]').first().click();
      await tests.getByText(/\d+\/\d+/).first().waitFor({ timeout: LOADED });
      await page.locator('.monaco-list-row').filter({ hasText: /wrong-relation: Followed/ }).first().waitFor({ timeout: 20_000 });
      await shot('tests.png');
      await file.locator('.monaco-tl-twistie').click();
      await tests.locator('.monaco-list-row').filter({ hasText: 'Who directed Inception?' }).click();
      await page.getByText('Actual').first().waitFor({ timeout: 10_000 });
      await shot('tests-peek.png');
      const other = tests.locator('.monaco-list-row').filter({ hasText: 'mintaka.json' }).first();
      await other.hover();
      await other.locator('.action-label[aria-label^="Run Test"]').first().click();
      await tests.getByText(/[1-9]\d*\/\d+/).first().waitFor({ timeout: LOADED });
      await shot('tests-passed.png');
    },
  },
  {
    name: 'the Test Explorer runs again what failed, and a test that was put right passes',
    async run({ page, workspace, shot }) {
      rmSync(join(workspace, TWICE_SIDECAR), { force: true });
      const tests = page.locator('.test-explorer');
      const file = tests.locator('.monaco-list-row').filter({ hasText: 'twice.jsonl' }).first();
      await file.hover();
      await file.locator('.action-label[aria-label^="Run Test"]').first().click();
      const question = tests.locator('.monaco-list-row').filter({ hasText: 'Where was Marie Curie born?' }).first();
      await tests.getByText('1/2').first().waitFor({ timeout: LOADED });
      for (let tries = 0; tries < 5 && !(await question.isVisible()); tries++) {
        await file.locator('.monaco-tl-twistie').click();
        await question.waitFor({ timeout: 3000 }).catch(() => undefined);
      }
      await question.and(page.locator('[aria-label*="Failed"]')).waitFor({ timeout: 10_000 });
      writeFileSync(join(workspace, TWICE_SIDECAR), CURIE);
      await runCommand(page, 'Test: Rerun Failed Tests');
      await question.and(page.locator('[aria-label*="Passed"]')).waitFor({ timeout: LOADED });
      await shot('tests-rerun.png');
      rmSync(join(workspace, TWICE_SIDECAR));
    },
  },
  {
    name: 'symbols of the workspace find questions and entities, in files that are not open too',
    async run({ page, shot }) {
      await closeAll(page);
      await openFile(page, 'ask.questions');
      await page.waitForTimeout(2500);
      await page.keyboard.press('Control+T');
      const input = page.locator('.quick-input-widget input');
      await input.waitFor();
      await input.fill('#Forrest');
      await page.locator('.quick-input-list .monaco-list-row').filter({ hasText: 'mintaka.json' }).first().waitFor({ timeout: 20_000 });
      await shot('symbols.png');
      await page.keyboard.press('Escape');
    },
  },
  {
    name: 'references of a mention are all questions of the workspace that name the entity',
    async run({ page, shot }) {
      await openFile(page, 'ask.questions');
      await line(page, 'Who wrote films star').filter({ hasText: 'Q2263' }).waitFor({ timeout: LOADED });
      const box = await wordBox(page, 'Who wrote films star', 'Hanks');
      await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
      await runCommand(page, 'References: Find All References');
      const found = page.locator('.sidebar .monaco-list-row:visible');
      for (const file of ['ask.questions', 'causes.json', 'Tom Hanks']) await found.filter({ hasText: file }).first().waitFor({ timeout: 20_000 });
      await shot('references.png');
    },
  },
  {
    name: 'ten thousand questions: evaluated with progress while the editor takes what is typed, stopped half-way, reported as far as it came',
    async run({ page, workspace, shot }) {
      const rows = Array.from({ length: 10_000 }, (_, k) => JSON.stringify({ id: String(k), question: `Who directed ${['Inception', 'Forrest Gump', 'Star Wars', 'Titanic'][k % 4]}?`, answers: ['Q25191'] }));
      writeFileSync(join(workspace, 'many.jsonl'), rows.join('\n'));
      await closeAll(page);
      await openFile(page, 'many.jsonl');
      await page.locator('.editor-actions .action-label[aria-label="Evaluate file"]').first().waitFor({ timeout: LOADED });
      await runCommand(page, 'HopLens: Evaluate file');
      const progress = page.locator('.notification-toast').filter({ hasText: /evaluating.*of 10000|\d+ of 10000/ }).first();
      await progress.waitFor({ timeout: LOADED });
      await openFile(page, 'ask.questions');
      await clickLine(page, 'Where was');
      const waits = [];
      for (let k = 0; k < 20; k++) {
        const began = Date.now();
        await page.keyboard.press('Control+End');
        await page.keyboard.type(`x${k}`);
        await line(page, `x${k}`).waitFor({ timeout: 5000 });
        waits.push(Date.now() - began);
        await page.waitForTimeout(500);
      }
      await shot('many-progress.png');
      process.stdout.write(`    typed text stood in the editor within ${Math.max(...waits)} ms while it ran\n`);
      await progress.hover();
      await progress.getByText('Cancel').click();
      // Extension host and server measure how long their own work had to wait; the status bar says it. The aim is 50 ms, on a machine with nothing else to do
      // (bench/results/editor.md); here a browser and VS Code share the processors, and what once went wrong took several times the bound.
      const said = page.locator('.statusbar-item').getByText(/the editor waited \d+ ms/).first();
      await said.waitFor({ timeout: LOADED });
      const text = await said.innerText();
      process.stdout.write(`    ${text}\n`);
      const [, editor, server] = /editor waited (\d+) ms at most, the server (\d+) ms/.exec(text) ?? [];
      assert.ok(Number(editor) < 400, `the editor waited ${editor} ms`);
      assert.ok(Number(server) < 1000, `the server's own work waited ${server} ms`);
      assert.ok(Math.max(...waits) < 3000, `typed text took ${Math.max(...waits)} ms`);
      await frameWith(page, 'stopped after');
      await shot('many-report.png');
      rmSync(join(workspace, 'many.jsonl'));
    },
  },
];
