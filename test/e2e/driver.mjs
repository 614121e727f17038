// What a person does in VS Code, as functions over a playwright page.

/** Opens a file of the workspace by name through Quick Open. */
export async function openFile(page, name) {
  await page.keyboard.press('Control+P');
  const input = page.locator('.quick-input-widget input');
  await input.waitFor();
  await input.fill(name);
  await page.locator('.quick-input-list .monaco-list-row').filter({ hasText: name }).first().waitFor();
  await page.keyboard.press('Enter');
  await page.locator('.tabs-container .tab.active').filter({ hasText: name }).waitFor();
}

/** Runs a command by its title in the command palette. */
export async function runCommand(page, title) {
  await page.keyboard.press('F1');
  const input = page.locator('.quick-input-widget input');
  await input.waitFor();
  await input.fill(`>${title}`);
  await page.locator('.quick-input-list .monaco-list-row').filter({ hasText: title }).first().waitFor();
  await page.keyboard.press('Enter');
}

/** The line of the editor that holds a text. Spaces in the editor are no-break spaces. */
export function line(page, text) {
  return page.locator('.editor-instance .view-line').filter({ hasText: new RegExp(text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll(' ', '[\\s\\u00a0]')) }).first();
}

/** Puts the cursor into the line that holds a text. */
export async function clickLine(page, text) {
  await line(page, text).click({ position: { x: 40, y: 8 } });
}

/** Where a word stands on the screen, inside the line that holds a text. */
export async function wordBox(page, text, word) {
  const box = await line(page, text).evaluate((element, wanted) => {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const at = (node.textContent ?? '').replaceAll('\u00a0', ' ').indexOf(wanted);
      if (at < 0) continue;
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + wanted.length);
      const { x, y, width, height } = range.getBoundingClientRect();
      return { x, y, width, height };
    }
    return null;
  }, word);
  if (box === null) throw new Error(`the line of “${text}” does not show “${word}”`);
  return box;
}

/** Hovers over a word and returns the hover. */
export async function hoverWord(page, text, word) {
  const box = await wordBox(page, text, word);
  await page.mouse.move(5, 5);
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2, { steps: 4 });
  const hover = page.locator('.monaco-hover:visible').filter({ hasText: /\S/ }).first();
  await hover.waitFor({ timeout: 15_000 });
  return hover;
}

/** The inside of the HopLens panel. */
export function panel(page) {
  return page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame');
}
