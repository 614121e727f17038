// One walk through a file of every format, with the misses planted that the format can hold: its diagnostics, a quick fix, and the answer that it changes.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { clickLine, closeAll, line, openFile, runCommand } from './driver.mjs';
import { quickFixes } from './quickFixes.mjs';

const PATIENCE = 60_000;
/** The filter of the Problems view. */
const FILTER = '.markers-panel-action-filter-container input, .viewpane-filter input';
/** Where the workspace has them: beside the files of other scenarios, which count theirs. */
const FOLDER = 'formats';

/** The table of what is planted, which the protocol tests share. */
async function plantedFormats() {
  const { outputFiles } = await build({ entryPoints: [fileURLToPath(new URL('../planted/formats.ts', import.meta.url))], bundle: true, format: 'esm', platform: 'node', write: false });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`);
}

/** Has the Problems view show those of one file (with a text in them), from the top; what comes later is filtered only when the filter is entered again. */
async function onlyOf(page, file, text = '') {
  const input = page.locator(FILTER).first();
  // Emptied, the list forgets how far down it was.
  await input.fill('no problem says this');
  await page.locator('.markers-panel .monaco-list-row').first().waitFor({ state: 'detached', timeout: 3000 }).catch(() => undefined);
  await input.fill(`${text === '' ? '' : `${text}, `}**/${FOLDER}/${file}`);
  await page.waitForTimeout(300);
}

/** Waits until the Problems view has shown a row for each of some texts; it holds no more rows than fit, and is scrolled through. */
async function problemsShow(page, file, texts) {
  const list = page.locator('.markers-panel .monaco-list').first();
  const left = new Set(texts);
  for (const end = Date.now() + PATIENCE; Date.now() < end; ) {
    await onlyOf(page, file);
    for (let step = 0; step < 40 && left.size > 0; step++) {
      const shown = (await list.locator('.monaco-list-row').allInnerTexts().catch(() => [])).join('\n');
      for (const text of left) if (shown.includes(text)) left.delete(text);
      // Less than its height, so that no row is passed by.
      if (left.size > 0) await scroll(page, list, 150);
    }
    if (left.size === 0) return;
  }
  throw new Error(`the Problems view does not show ${[...left].join(', ')}`);
}

/** Waits until the Problems view has no row of a file with a text. */
async function problemGone(page, file, text) {
  const row = page.locator('.markers-panel .monaco-list-row').filter({ hasText: text }).first();
  for (const end = Date.now() + PATIENCE; Date.now() < end; ) {
    await onlyOf(page, file, text);
    if (await row.waitFor({ state: 'detached', timeout: 1500 }).then(() => true, () => false)) return onlyOf(page, file);
  }
  throw new Error(`the Problems view still shows “${text}”`);
}

async function scroll(page, list, by) {
  const box = await list.boundingBox();
  if (box === null) return false;
  // At its edge: over the words a hover would open and take the wheel.
  await page.mouse.move(box.x + 6, box.y + box.height / 2);
  await page.mouse.wheel(0, by);
  await page.waitForTimeout(40);
  return true;
}

/** Has the question of a line answered; a key that came before the editor had the focus is pressed again. */
async function answer(page, text) {
  const answered = line(page, text).filter({ hasText: '→' });
  for (const end = Date.now() + PATIENCE; Date.now() < end; ) {
    await clickLine(page, text);
    await page.keyboard.press('Control+Alt+Enter');
    if (await answered.waitFor({ timeout: 5000 }).then(() => true, () => false)) return;
  }
  throw new Error(`no answer came to “${text}”`);
}

async function walk(page, shot, { file, planted }) {
  const [first] = planted;
  const { question, words, entity, fixed } = first;
  const start = question.split(` ${words}`)[0];
  await openFile(page, file);
  await line(page, start).waitFor({ timeout: PATIENCE });
  await problemsShow(page, file, new Set(planted.map(({ cause }) => cause)));
  await page.locator('.editor-instance .squiggly-warning').first().waitFor({ timeout: PATIENCE });
  await answer(page, start);
  const own = file.endsWith('.questions');
  await (await quickFixes(page, start, words, `${own ? 'to' : 'is'} ${entity.title} (${entity.id})`)).click();
  // In our own file the entity is pinned in the text; of a data set it is kept in the sidecar.
  await line(page, start).filter({ hasText: own ? `](${entity.id})` : `✎ ${entity.id}` }).waitFor({ timeout: PATIENCE });
  // A pin makes another line of it, which is asked anew; a correction changes the answer that is shown.
  if (own) await answer(page, start);
  await line(page, start).filter({ hasText: new RegExp(`→\\s*${fixed.replaceAll(' ', '\\s')}`) }).waitFor({ timeout: PATIENCE });
  await problemGone(page, file, `Resolved to ${words} (`);
  await page.mouse.move(5, 5);
  await shot(`formats-${file.replace('.', '-')}.png`);
}

export const formatScenarios = [
  {
    name: 'a file of every format: its planted misses are diagnosed, and a quick fix changes an answer',
    async run({ page, workspace, shot }) {
      const { FORMATS, filesOf } = await plantedFormats();
      mkdirSync(join(workspace, FOLDER), { recursive: true });
      // Our own file comes last: once it is changed it stays open, and its problems with it.
      const files = FORMATS.map((format) => ({ file: format.file, ...filesOf(format)[0] })).reverse();
      for (const { file, text } of files) writeFileSync(join(workspace, FOLDER, file), text);
      // A Markdown file is a question file where its owner says so.
      mkdirSync(join(workspace, '.vscode'), { recursive: true });
      writeFileSync(join(workspace, '.vscode', 'settings.json'), JSON.stringify({ 'hoplens.annotateOtherLanguages': true }));
      await closeAll(page);
      await runCommand(page, 'Problems: Focus on Problems View');
      for (const one of files) {
        try {
          await walk(page, shot, one);
        } catch (error) {
          throw new Error(`${one.file}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
        }
      }
      await page.locator(FILTER).first().fill('');
      await closeAll(page);
      rmSync(join(workspace, '.vscode'), { recursive: true });
    },
  },
];
