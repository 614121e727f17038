// Language-model tools as an agent calls them, and "what if" in the panel.
import assert from 'node:assert/strict';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { clickLine, closeAll, line, openFile, panel, runCommand } from './driver.mjs';
import { save } from './fileDialogs.mjs';
import { until } from './until.mjs';

const HANKS = 'Who wrote films starring Tom Hanks?';

/** Says yes to whatever VS Code asks until the caller has written its file: a tool is confirmed before it runs. */
async function confirmUntilWritten(page, file, shot) {
  for (let turn = 0; turn < 120 && !existsSync(file); turn++) {
    const button = page.locator('.monaco-dialog-box .monaco-button').filter({ hasText: /^Yes$/ }).first();
    if (await button.isVisible()) {
      if (turn < 60) await shot('tool-confirmation.png');
      await button.click().catch(() => undefined);
    }
    await page.waitForTimeout(500);
  }
}

export const agentScenarios = [
  {
    name: 'language-model tools: an agent calls them in VS Code and gets answers, and an error that says the remedy',
    async run({ page, workspace, shot }) {
      await runCommand(page, 'Test: Call the tools');
      const file = join(workspace, 'tools.json');
      await confirmUntilWritten(page, file, shot);
      const { tools, results } = JSON.parse(readFileSync(file, 'utf8'));
      for (const name of ['answer_question', 'link_entities', 'explain_answer']) assert.ok(tools.includes(name), `${name} is not among ${tools}`);
      const [answer, links, explained, refused] = results;
      assert.match(answer[0], /^Padmé Amidala \(Q51789\)/);
      assert.equal(JSON.parse(answer[1]).answers[0].id, 'Q51789');
      assert.match(links[0], /"Tom Hanks" is Tom Hanks \(Q2263/);
      assert.match(explained[0], /William Shakespeare \(Q692\)/);
      assert.match(String(refused), /Q0 is no entity.*link_entities/);
    },
  },
  {
    name: 'the MCP configuration that is copied starts the packaged command line, with no repository beside it',
    async run({ page, workspace, shot }) {
      await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
      await runCommand(page, 'HopLens: Copy MCP server configuration');
      await page.locator('.quick-input-list .monaco-list-row').filter({ hasText: 'For most programs' }).click();
      await page.locator('.notification-toast').filter({ hasText: 'The configuration is on the clipboard' }).waitFor({ timeout: 10_000 });
      await shot('mcp-configuration.png');
      const { command, args, env } = JSON.parse(await page.evaluate(() => window.navigator.clipboard.readText())).mcpServers.hoplens;
      assert.ok(!args[0].startsWith(process.cwd()), `${args[0]} is the repository's`);
      const client = new Client({ name: 'e2e', version: '0' });
      await client.connect(new StdioClientTransport({ command, args, env, cwd: workspace, stderr: 'ignore' }));
      const { structuredContent } = await client.callTool({ name: 'answer_question', arguments: { question: 'Who did Natalie Portman play in Star Wars?' } });
      await client.close();
      assert.equal(structuredContent.answers[0].id, 'Q51789');
    },
  },
  {
    name: 'what if: a relation given in the panel changes the answer beside the model’s own, and Reset goes back',
    async run({ page, shot }) {
      // One web view: the report of a scenario before may still stand.
      await closeAll(page);
      await openFile(page, 'ask.questions');
      await clickLine(page, HANKS.slice(0, 20));
      await runCommand(page, 'HopLens: Show in panel');
      const inside = panel(page);
      await inside.locator('.answer .entity').first().waitFor({ timeout: 30_000 });
      const before = await line(page, HANKS.slice(0, 20)).innerText();
      await inside.locator('.what-if summary').click();
      await inside.getByLabel('hop 2 follows').fill('P57');
      await inside.getByLabel('hop 2 follows').press('Enter');
      await inside.getByText('The model’s own').waitFor({ timeout: 20_000 });
      await inside.getByText(/hop 2 follows director \(P57\)/).waitFor();
      const [own, given] = await inside.locator('.side .side-answer').allInnerTexts();
      assert.notEqual(own, given);
      await page.waitForTimeout(300);
      await shot('what-if.png');
      assert.equal(await line(page, HANKS.slice(0, 20)).innerText(), before);
      await inside.locator('.what-if-active').getByText('Reset').click();
      await inside.locator('.what-if-active').waitFor({ state: 'detached' });
    },
  },
  {
    name: 'what if: a click on a relation bar follows it, a key takes it back',
    async run({ page, shot }) {
      const inside = panel(page);
      const bar = inside.locator('.lane .bar-row.choice').nth(1);
      const relation = await bar.locator('.relation').innerText();
      await bar.click();
      await inside.locator('.force').filter({ hasText: relation.split('\n')[0].replace(/^[←→]\s*/, '') }).waitFor({ timeout: 20_000 });
      const given = inside.locator('.bar-row.given .relation');
      await given.first().waitFor();
      await shot('what-if-relation.png');
      await given.first().press('Enter');
      await inside.locator('.what-if-active').waitFor({ state: 'detached' });
    },
  },
  {
    name: 'the picture of the panel is saved as SVG and PNG where the dialog says',
    async run({ page }) {
      const inside = panel(page);
      for (const [button, ending, begins] of [['Save as SVG', '.svg', '<svg '], ['Save as PNG', '.png', '\u0089PNG']]) {
        await inside.locator('vscode-button').filter({ hasText: button }).click();
        const path = await save(page, ending);
        await until(() => readFileSync(path, 'latin1').startsWith(begins), `a picture in ${path}`);
        rmSync(path);
      }
    },
  },
];
