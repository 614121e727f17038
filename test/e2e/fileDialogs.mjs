import { existsSync } from 'node:fs';
import { dirname } from 'node:path';

/** Takes the name that VS Code's save dialog suggests. Returns the path once the file is there. */
export async function save(page, ending) {
  const input = page.locator('.quick-input-widget:visible input').first();
  let path = '';
  for (let tries = 0; tries < 100 && !path.endsWith(ending); tries++) {
    path = await input.inputValue({ timeout: 1000 }).catch(() => '');
    await page.waitForTimeout(100);
  }
  if (!path.endsWith(ending)) throw new Error(`no save dialog suggests a name that ends in ${ending}: “${path}”`);
  if (!existsSync(dirname(path))) throw new Error(`the save dialog suggests a folder that is not there: ${path}`);
  // A key that comes while the dialog still reads the folder is lost.
  for (let tries = 0; tries < 10; tries++) {
    if (await input.isVisible()) await input.press('Enter').catch(() => undefined);
    for (let waited = 0; waited < 20; waited++) {
      if (existsSync(path)) return path;
      await page.waitForTimeout(100);
    }
  }
  throw new Error(`${path} was not written`);
}

/** Chooses a file of the folder that VS Code's open dialog shows. */
export async function choose(page, name) {
  const row = page.locator('.quick-input-list .monaco-list-row').filter({ hasText: name }).first();
  await row.waitFor({ timeout: 20_000 });
  // A click that comes while the dialog still reads the folder is lost.
  for (let tries = 0; tries < 10; tries++) {
    await row.click({ timeout: 3000 }).catch(() => undefined);
    if (await row.waitFor({ state: 'hidden', timeout: 3000 }).then(() => true, () => false)) return;
  }
  throw new Error(`the open dialog does not take ${name}`);
}
