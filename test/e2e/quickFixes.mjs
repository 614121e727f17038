import { wordBox } from './driver.mjs';

/** Opens the quick fixes at a word and waits for one of them. */
export async function quickFixes(page, text, word, wanted) {
  const action = page.locator('.action-widget .monaco-list-row').filter({ hasText: wanted }).first();
  for (let tries = 0; tries < 4; tries++) {
    // The lens of the question comes when the cursor does and moves the line: what opened before closes again.
    const box = await wordBox(page, text, word);
    await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
    await page.waitForTimeout(600);
    await page.keyboard.press('Control+.');
    if (await action.waitFor({ timeout: 8000 }).then(() => true, () => false)) return action;
    await page.keyboard.press('Escape');
  }
  throw new Error(`no quick fix “${wanted}” at “${word}”`);
}
