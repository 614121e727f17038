// Scenarios of corrections: quick fixes put an entity right, the answer changes at once, and everything can be taken back.
import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { clickLine, closeAll, hoverWord, line, openFile, runCommand } from './driver.mjs';
import { quickFixes } from './quickFixes.mjs';
import { until } from './until.mjs';

const LOADED = 60_000;
const HANKS = 'Who wrote films';

/** What a line shows behind its arrow. */
async function answerOf(page, text) {
  const found = line(page, text).filter({ hasText: '→' });
  await found.waitFor({ timeout: 20_000 });
  return (await found.innerText()).replaceAll('\u00a0', ' ').split('→')[1].trim();
}

export const correctionScenarios = [
  {
    name: 'a quick fix on a mislinked question takes the gold entity: id, answer and diagnostic change at once, in the sidecar',
    async run({ page, workspace, shot }) {
      // One column: what stands beside has the same lines.
      await closeAll(page);
      await openFile(page, 'mintaka.json');
      await line(page, HANKS).filter({ hasText: 'Q2263' }).waitFor({ timeout: LOADED });
      await clickLine(page, HANKS);
      await runCommand(page, 'HopLens: Answer question');
      const before = await answerOf(page, HANKS);
      const action = await quickFixes(page, HANKS, 'Hanks', 'as the file says');
      await shot('correction-quick-fix.png');
      await action.click();
      await line(page, HANKS).filter({ hasText: '✎ HL-0001' }).waitFor({ timeout: 30_000 });
      await until(async () => (await answerOf(page, HANKS)) !== before, 'another answer');
      const sidecar = join(workspace, 'mintaka.json.hoplens.json');
      assert.match(readFileSync(sidecar, 'utf8'), /"mention": "Tom Hanks", "kind": "entity", "entity": "HL-0001", "label": "Tom Hanks"/);
      assert.doesNotMatch(readFileSync(join(workspace, 'mintaka.json'), 'utf8'), /✎|HL-0001"\s*}\s*,\s*"kind/);
      await page.waitForTimeout(500);
      await shot('correction-applied.png');
    },
  },
  {
    name: 'the hover says that it is corrected, and takes the correction back',
    async run({ page, workspace, shot }) {
      const hover = await hoverWord(page, HANKS, 'Hanks');
      assert.match(await hover.innerText(), /corrected to Tom Hanks \(HL-0001\)/);
      await shot('correction-hover.png');
      await hover.getByText('Remove the correction').click();
      await line(page, HANKS).filter({ hasText: 'Q2263' }).waitFor({ timeout: 30_000 });
      assert.equal(existsSync(join(workspace, 'mintaka.json.hoplens.json')), false);
      await page.mouse.move(5, 5);
      // The focus went with the hover.
      await clickLine(page, HANKS);
    },
  },
  {
    name: 'another entity is chosen from the whole graph, and kept in the sidecar instead of the text',
    async run({ page, workspace, shot }) {
      await openFile(page, 'ask.questions');
      await line(page, 'Where was Marie').filter({ hasText: 'Q7186' }).waitFor({ timeout: LOADED });
      const action = await quickFixes(page, 'Where was Marie', 'Curie', 'Choose another entity');
      await action.click();
      const input = page.locator('.quick-input-widget input').first();
      await input.waitFor();
      await page.locator('.quick-input-list .monaco-list-row').filter({ hasText: 'asked' }).first().waitFor({ timeout: 20_000 });
      await shot('correction-candidates.png');
      await page.locator('.quick-input-widget .quick-input-titlebar .codicon-arrow-swap').first().click();
      await page.locator('.quick-input-title').filter({ hasText: 'Kept in the sidecar' }).waitFor();
      await input.fill('albert einst');
      const hit = page.locator('.quick-input-list .monaco-list-row').filter({ hasText: 'Q937' }).first();
      await hit.waitFor({ timeout: 20_000 });
      await shot('correction-picker.png');
      await hit.click();
      await line(page, 'Where was Marie').filter({ hasText: '✎ Q937' }).waitFor({ timeout: 30_000 });
      await clickLine(page, 'Where was Marie');
      await runCommand(page, 'HopLens: Answer question');
      await line(page, 'Where was Marie').filter({ hasText: 'Ulm' }).waitFor({ timeout: 20_000 });
      assert.match(readFileSync(join(workspace, 'ask.questions'), 'utf8'), /^Where was Marie Curie born\?$/m);
    },
  },
  {
    name: '“names no entity” takes a mention away, and the answer changes',
    async run({ page, shot }) {
      await clickLine(page, 'Who did Natalie');
      await runCommand(page, 'HopLens: Answer question');
      assert.match(await answerOf(page, 'Who did Natalie'), /Padmé Amidala/);
      await (await quickFixes(page, 'Who did Natalie', 'Wars', '“Star Wars” names no entity')).click();
      await line(page, 'Who did Natalie').filter({ hasText: '✎ no entity' }).waitFor({ timeout: 30_000 });
      await until(async () => !/^Padmé Amidala \S+$/.test(await answerOf(page, 'Who did Natalie')), 'another answer');
      await page.waitForTimeout(500);
      await shot('correction-none.png');
    },
  },
  {
    name: 'the sidecar is watched: what another hand writes shows at once, and what belongs nowhere is said in both files',
    async run({ page, workspace, shot }) {
      const sidecar = join(workspace, 'ask.questions.hoplens.json');
      const held = JSON.parse(readFileSync(sidecar, 'utf8'));
      held.corrections.unshift({ id: 'by-hand', question: 'Who wrote films starring Tom Hanks?', mention: 'Tom Hanks', kind: 'entity', entity: 'HL-0001' }, { id: 'lost', question: 'Is there life on Mars?', mention: 'Mars', kind: 'nothing' }, { id: 'gone', question: 'Is there life on Venus?', mention: 'Venus', kind: 'none' });
      writeFileSync(sidecar, JSON.stringify(held, null, 2));
      await line(page, HANKS).filter({ hasText: '✎ HL-0001' }).waitFor({ timeout: 30_000 });
      await runCommand(page, 'HopLens: Open corrections of this file');
      await page.locator('.tabs-container .tab.active').filter({ hasText: 'ask.questions.hoplens.json' }).waitFor();
      await runCommand(page, 'Problems: Focus on Problems View');
      const problems = page.locator('.markers-panel');
      // Of the schema, of the server in the sidecar, and of the server in the question file.
      await problems.getByText(/Value is not accepted/).first().waitFor({ timeout: 20_000 });
      await problems.getByText(/Kept, but not understood/).first().waitFor({ timeout: 20_000 });
      await problems.getByText(/attached to no question: “Venus”/).first().waitFor({ timeout: 20_000 });
      await shot('correction-sidecar.png');
    },
  },
  {
    name: 'a correction is applied to the same mentions of the workspace, and taken back',
    async run({ page, workspace }) {
      await openFile(page, 'ask.questions');
      const action = await quickFixes(page, HANKS, 'Hanks', 'in the workspace');
      await action.click();
      const message = page.locator('.notification-toast').filter({ hasText: /Applied to \d+ more mentions? in \d+ files?/ }).first();
      await message.waitFor({ timeout: 60_000 });
      assert.match(readFileSync(join(workspace, 'mintaka.json.hoplens.json'), 'utf8'), /"entity": "HL-0001"/);
      // At once: a notification hides itself after a few seconds.
      await message.getByText('Undo').click();
      await until(() => !existsSync(join(workspace, 'mintaka.json.hoplens.json')), 'the other sidecar is gone again');
      rmSync(join(workspace, 'ask.questions.hoplens.json'));
      await line(page, HANKS).filter({ hasText: 'Q2263' }).waitFor({ timeout: 30_000 });
    },
  },
  {
    name: 'with the first sidecar of a git repository HopLens offers to have both sides’ corrections kept',
    async run({ page, workspace, shot }) {
      const [repository, attributes, sidecar] = ['.git', '.gitattributes', 'metaqa-gold.txt.hoplens.json'].map((name) => join(workspace, name));
      mkdirSync(repository);
      writeFileSync(attributes, '*.png binary');
      writeFileSync(sidecar, '{ "version": 1, "corrections": [] }');
      const offer = page.locator('.notification-toast').filter({ hasText: 'keep both sides’ lines' }).first();
      await offer.waitFor({ timeout: 30_000 });
      await shot('git-merge-offer.png');
      await offer.getByText('Add to .gitattributes').click();
      await until(() => readFileSync(attributes, 'utf8') === '*.png binary\n*.hoplens.json merge=union\n', 'the line in .gitattributes');
      await page.locator('.tabs-container .tab.active').filter({ hasText: '.gitattributes' }).waitFor();
      for (const path of [repository, attributes, sidecar]) rmSync(path, { recursive: true });
      await closeAll(page);
      await openFile(page, 'ask.questions');
    },
  },
];
