// Scenarios of misses: each planted cause is a diagnostic with its documentation; "Why not …?" and the stages say where something fell out of the running.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { clickLine, closeAll, hoverWord, line, openFile, runCommand } from './driver.mjs';
import { quickFixes } from './quickFixes.mjs';

const LOADED = 60_000;

/** Waits until some webview of the page shows a text, and returns all that it shows. */
export async function shownInWebview(page, text, timeout = 20_000) {
  const until = Date.now() + timeout;
  while (Date.now() < until) {
    for (const frame of page.frames()) {
      const inside = await frame.evaluate(() => document.body?.innerText ?? '').catch(() => '');
      if (frame !== page.mainFrame() && inside.includes(text)) return inside;
    }
    await page.waitForTimeout(200);
  }
  throw new Error(`no webview shows “${text}”`);
}

/** The row of the Problems view that holds a text, found through its filter: what was found later is not filtered by itself. */
async function problem(page, text, timeout = LOADED) {
  const input = page.locator('.markers-panel-action-filter-container input, .viewpane-filter input').first();
  await input.waitFor();
  const row = page.locator('.markers-panel .monaco-list-row').filter({ hasText: text }).first();
  for (const until = Date.now() + timeout; Date.now() < until; ) {
    await input.fill('');
    await input.fill(text);
    if (await row.waitFor({ timeout: 1500 }).then(() => true, () => false)) return row;
  }
  throw new Error(`the Problems view has no row with “${text}”`);
}

/** Shows all problems again. */
async function showAllProblems(page) {
  await page.locator('.markers-panel-action-filter-container input, .viewpane-filter input').first().fill('');
}

export const causeScenarios = [
  {
    name: 'each planted miss is a diagnostic with its own cause',
    async run({ page, workspace, shot }) {
      const planted = JSON.parse(readFileSync(join(workspace, 'causes.json'), 'utf8')).map(({ id }) => id);
      await openFile(page, 'causes.json');
      await line(page, 'Who painted the').waitFor({ timeout: LOADED });
      await runCommand(page, 'Problems: Focus on Problems View');
      for (const cause of planted) await problem(page, cause);
      await showAllProblems(page);
      await page.locator('.markers-panel').getByText(/Resolved to Tom Hanks \(Q2263\)/).first().waitFor();
      await shot('causes.png');
    },
  },
  {
    name: 'a cause links to its documentation',
    async run({ page, shot }) {
      await (await problem(page, 'wrong-relation')).locator('a').filter({ hasText: 'wrong-relation' }).first().click();
      const text = await shownInWebview(page, 'another relation leads to the answer');
      assert.match(text, /house music/);
      await shot('cause-documentation.png');
      await showAllProblems(page);
    },
  },
  {
    name: '“Why not …?” says stage by stage where an entity fell out of the running',
    async run({ page, shot }) {
      await openFile(page, 'ask.questions');
      await line(page, 'Who wrote films').filter({ hasText: 'Q2263' }).waitFor({ timeout: LOADED });
      await clickLine(page, 'Who wrote films');
      await page.keyboard.press('F1');
      const input = page.locator('.quick-input-widget input');
      await input.fill('>HopLens: Why not');
      await page.locator('.quick-input-list .monaco-list-row').filter({ hasText: 'Why not' }).first().click();
      await page.locator('.quick-input-list .monaco-list-row').filter({ hasText: 'HL-0001' }).first().waitFor({ timeout: 20_000 });
      // Not in the running: only the whole graph has it.
      await input.fill('eiffel tow');
      await page.locator('.quick-input-list .monaco-list-row').filter({ hasText: 'Q243' }).first().waitFor({ timeout: 20_000 });
      await shot('why-not-picker.png');
      await input.fill('tom han');
      await page.locator('.quick-input-list .monaco-list-row').filter({ hasText: 'seismologist' }).first().click();
      const text = await shownInWebview(page, 'fell out as a candidate of');
      for (const part of ['Its names in the lexicon', 'difference', 'On the frontier', 'Through the minimum', 'Among the answers']) assert.ok(text.includes(part), `the page lacks “${part}”`);
      await page.waitForTimeout(500);
      await shot('why-not.png');
    },
  },
  {
    name: '“Why not …?” is asked from the hover over a mention, and as a quick fix of a mislink',
    async run({ page, shot }) {
      await closeAll(page);
      await openFile(page, 'ask.questions');
      await line(page, 'Who wrote films').filter({ hasText: 'Q2263' }).waitFor({ timeout: LOADED });
      const hover = await hoverWord(page, 'Who wrote films', 'Hanks');
      await hover.getByText('Why not …?').click();
      // What lost at these words comes first.
      await page.locator('.quick-input-list .monaco-list-row').first().filter({ hasText: '“Tom Hanks”' }).waitFor({ timeout: 20_000 });
      await page.keyboard.press('Escape');
      await page.mouse.move(5, 5);
      await openFile(page, 'mintaka.json');
      await line(page, 'Who wrote films').filter({ hasText: 'Q2263' }).waitFor({ timeout: LOADED });
      const fix = await quickFixes(page, 'Who wrote films', 'Hanks', 'Why not Tom Hanks (HL-0001)?');
      await shot('why-not-quick-fix.png');
      await fix.click();
      await shownInWebview(page, 'fell out as a candidate of');
      await closeAll(page);
      await openFile(page, 'ask.questions');
    },
  },
  {
    name: 'a stage opens as a document',
    async run({ page, shot }) {
      await clickLine(page, 'Who wrote films');
      await runCommand(page, 'HopLens: Show stages');
      await page.locator('.quick-input-list .monaco-list-row').filter({ hasText: 'Candidates' }).first().click();
      const text = await shownInWebview(page, 'name matched');
      assert.match(text, /Q2263/);
      await page.waitForTimeout(500);
      await shot('stage-candidates.png');
    },
  },
];
