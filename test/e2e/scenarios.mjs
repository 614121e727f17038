// The scenarios: what a user does, and what must be seen. Each leaves the editor usable for the next.
import assert from 'node:assert/strict';
import { agentScenarios } from './agents.mjs';
import { causeScenarios } from './causes.mjs';
import { correctionScenarios } from './corrections.mjs';
import { evaluationScenarios } from './evaluation.mjs';
import { formatScenarios } from './formats.mjs';
import { operationScenarios } from './operations.mjs';
import { clickLine, hoverWord, line, openFile, panel, runCommand, wordBox } from './driver.mjs';

const PORTMAN = 'Who did Natalie Portman play in Star Wars?';
const HANKS = 'Who wrote films starring Tom Hanks?';
const LOADED = 60_000;

export const scenarios = [
  {
    name: 'a question file is annotated with ids behind its spans',
    async run({ page, shot }) {
      await openFile(page, 'ask.questions');
      await line(page, PORTMAN.slice(0, 20)).filter({ hasText: 'Q37876' }).waitFor({ timeout: LOADED });
      await line(page, HANKS.slice(0, 20)).filter({ hasText: 'Q2263' }).waitFor({ timeout: LOADED });
      await shot('inlay-hints.png');
    },
  },
  {
    name: 'hover over a span says who it is, how sure, and names the runners-up',
    async run({ page, shot }) {
      const hover = await hoverWord(page, HANKS.slice(0, 20), 'Hanks');
      const text = await hover.innerText();
      for (const part of ['Tom Hanks', 'Q2263', 'sure', 'seismologist', 'Answer question', 'Show in panel']) assert.ok(text.includes(part), `the hover lacks “${part}”: ${text}`);
      await shot('hover.png');
      await page.mouse.move(5, 5);
    },
  },
  {
    name: 'hover over a bare id names it',
    async run({ page }) {
      const hover = await hoverWord(page, 'a bare id: Q90', 'Q90');
      assert.match(await hover.innerText(), /Paris/);
      await page.mouse.move(5, 5);
    },
  },
  {
    name: '“Answer question” puts the answer at the end of the line and explains it in the panel',
    async run({ page, shot }) {
      await clickLine(page, PORTMAN.slice(0, 20));
      await runCommand(page, 'HopLens: Answer question');
      await line(page, PORTMAN.slice(0, 20)).filter({ hasText: 'Padmé Amidala' }).waitFor({ timeout: 20_000 });
      await runCommand(page, 'HopLens: Show in panel');
      const inside = panel(page);
      await inside.getByText('Padmé Amidala').first().waitFor({ timeout: 20_000 });
      await inside.getByText(/intersection/i).first().waitFor();
      await inside.getByText('performer').first().waitFor();
      await page.waitForTimeout(500);
      await shot('panel-intersection.png');
    },
  },
  {
    name: 'a two-hop question is explained hop by hop',
    async run({ page, shot }) {
      await clickLine(page, 'What city is');
      await runCommand(page, 'HopLens: Show in panel');
      await panel(page).getByText('Paris').first().waitFor({ timeout: 20_000 });
      await panel(page).getByText(/hop 2/i).first().waitFor();
      await page.waitForTimeout(500);
      await shot('panel-two-hops.png');
    },
  },
  {
    name: '“Answer all questions in file” answers them all',
    async run({ page, shot }) {
      await clickLine(page, HANKS.slice(0, 20));
      await runCommand(page, 'HopLens: Answer all questions in file');
      await line(page, 'What city is').filter({ hasText: 'Paris' }).waitFor({ timeout: 30_000 });
      await line(page, HANKS.slice(0, 20)).filter({ hasText: '→' }).waitFor();
      await shot('answers.png');
    },
  },
  {
    name: 'a question that is typed is annotated',
    async run({ page }) {
      await clickLine(page, HANKS.slice(0, 20));
      await page.keyboard.press('Control+End');
      await page.keyboard.type('\nWho directed Forrest Gump?');
      await line(page, 'Who directed Forrest Gump').filter({ hasText: 'Q134773' }).waitFor({ timeout: 20_000 });
    },
  },
  {
    name: 'a quick fix pins another candidate in the text, and the pin is respected',
    async run({ page, shot }) {
      const box = await wordBox(page, HANKS.slice(0, 20), 'Hanks');
      await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
      await page.keyboard.press('Control+.');
      const action = page.locator('.action-widget .monaco-list-row').filter({ hasText: 'seismologist' }).first();
      await action.waitFor({ timeout: 15_000 });
      await shot('quick-fix.png');
      await action.click();
      await line(page, 'Who wrote films starring [Tom Hanks](').waitFor({ timeout: 10_000 });
      await page.keyboard.press('Control+Z');
    },
  },
  {
    name: 'a Mintaka file is annotated in place, and its mislink is a diagnostic with the gold entity\'s rank',
    async run({ page, shot }) {
      await openFile(page, 'mintaka.json');
      await line(page, 'Who directed').filter({ hasText: 'Q134773' }).waitFor({ timeout: LOADED });
      await page.locator('.codelens-decoration').getByText('Answer question').first().waitFor({ timeout: 20_000 });
      await runCommand(page, 'Problems: Focus on Problems View');
      await page.locator('.markers-panel').getByText(/the gold entity .* is number/i).first().waitFor({ timeout: LOADED });
      await shot('diagnostics.png');
    },
  },
  {
    name: 'a MetaQA file: a title that the graph does not know is said to be so',
    async run({ page }) {
      await openFile(page, 'metaqa-gold.txt');
      await line(page, 'what films').filter({ hasText: 'Q2263' }).waitFor({ timeout: LOADED });
      await page.locator('.markers-panel').getByText(/Qwertzberg/i).first().waitFor({ timeout: 20_000 });
    },
  },
  ...operationScenarios,
  ...causeScenarios,
  ...correctionScenarios,
  ...evaluationScenarios,
  ...agentScenarios,
  ...formatScenarios,
];
